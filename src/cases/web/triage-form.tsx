import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { themes } from '../case-theme.ts'
import type { CaseInFull } from '../find-case.ts'
import { casePaths } from '../paths.ts'
import { triageOutcomes } from '../triage.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  agencies: readonly Agency[]
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

/** What the case is, where, and what becomes of it. */
export function TriageForm({ found, agencies, draft, errors }: Props): JSX.Element {
  const was = (name: string, otherwise: string): string => kept(draft, 'triage', name) ?? otherwise
  const places = (kind: Agency['kind']) => [
    ['', 'Belum diketahui'] as const,
    ...agencies.filter((one) => one.kind === kind).map(({ id, name }) => [id, name] as const),
  ]
  return (
    <Form
      action={casePaths.triage.href({ ticket: found.ticket })}
      errors={errors}
      submit="Simpan keputusan"
      kind="plain"
    >
      <Hidden name="version" value={found.version} />
      <Radios
        name="outcome"
        label="Keputusan"
        value={was('outcome', 'process')}
        options={Object.entries(triageOutcomes)}
        hint="Untuk perangkat daerah lain, pakai bagian Teruskan."
      />
      <div class="for for-text">
        <TextArea
          name="text"
          label="Teks kepada warga"
          hint="Ketika ditunda: apa yang perlu dijelaskan warga. Ketika bukan kewenangan: siapa yang berwenang."
          rows={3}
          value={kept(draft, 'triage', 'text')}
        />
      </div>
      <div class="for for-archive">
        <Field name="reason" label="Alasan mengarsipkan" value={kept(draft, 'triage', 'reason')} />
      </div>
      <Select name="kind" label="Jenis" value={was('kind', found.kind)} options={Object.entries(caseKinds)} />
      <Select
        name="class"
        label="Kelas pengaduan"
        hint="Hanya untuk pengaduan."
        value={was('class', found.class)}
        options={Object.entries(caseClasses)}
      />
      <Select
        name="theme"
        label="Tema"
        value={was('theme', found.theme ?? '')}
        options={[['', 'Belum diketahui'], ...Object.entries(themes)]}
      />
      <Select
        name="districtId"
        label="Kecamatan"
        value={was('districtId', found.districtId ?? '')}
        options={places('district')}
      />
      <Select
        name="subdistrictId"
        label="Kelurahan"
        value={was('subdistrictId', found.subdistrictId ?? '')}
        options={places('subdistrict')}
      />
    </Form>
  )
}
