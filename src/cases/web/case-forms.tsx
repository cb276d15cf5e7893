import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import type { CaseInFull } from '../find-case.ts'
import type { Reporter } from '../open-reporter.ts'
import { casePaths } from '../paths.ts'

/** The forms of the page, to know which one was refused. */
export type FormName =
  | 'answer'
  | 'reject'
  | 'note'
  | 'assign'
  | 'label'
  | 'classify'
  | 'pass-on'
  | 'follow-up'
  | 'close'
  | 'dismiss'
  | 'reopen'
  | 'triage'
  | 'topic'
  | 'merge'
  | 'split'
  | 'reporter'
  | 'pause'
  | 'explain'

/** Input kept from a form that was refused. */
export interface Draft {
  form: FormName
  errors: FieldErrors
  fields: Readonly<Record<string, string>>
}

/** Agencies, id and name. */
export type Choices = readonly (readonly [id: string, name: string])[]

interface Props {
  found: CaseInFull
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

export const kept = (draft: Draft | undefined, form: Draft['form'], name: string): string | undefined =>
  draft?.form === form ? draft.fields[name] : undefined

export function ClassifyForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form
      action={casePaths.classification.href({ ticket: found.ticket })}
      errors={errors}
      submit="Simpan klasifikasi"
      kind="plain"
    >
      <Hidden name="version" value={found.version} />
      <Select
        name="kind"
        label="Jenis"
        value={kept(draft, 'classify', 'kind') ?? found.kind}
        options={Object.entries(caseKinds)}
      />
      <Select
        name="class"
        label="Kelas pengaduan"
        hint="Hanya untuk pengaduan. Batas waktu dihitung ulang sejak diterima; hitungan lama disimpan."
        value={kept(draft, 'classify', 'class') ?? found.class}
        options={Object.entries(caseClasses)}
      />
    </Form>
  )
}

export function PassOnForm({ found, draft, errors, agencies }: Props & { agencies: Choices }): JSX.Element {
  return (
    <Form
      action={casePaths.passage.href({ ticket: found.ticket })}
      errors={errors}
      submit="Teruskan kasus"
      kind="plain"
    >
      <p>Batas waktu bagi warga tetap dihitung sejak laporan diterima.</p>
      <Hidden name="version" value={found.version} />
      <Select
        name="agencyId"
        label="Perangkat daerah yang berwenang"
        required
        value={kept(draft, 'pass-on', 'agencyId') ?? ''}
        options={[['', 'Pilih'], ...agencies.filter(([id]) => id !== found.agencyId)]}
      />
      <Field name="reason" label="Alasan" required value={kept(draft, 'pass-on', 'reason')} />
    </Form>
  )
}

export function ReporterForm({ found, errors, reporter }: Props & { reporter?: Reporter | undefined }): JSX.Element {
  if (reporter)
    return (
      <Facts
        items={[
          ['Nama', reporter.name],
          ['Kontak', reporter.contact],
          ['Akun', reporter.handle],
        ]}
      />
    )
  return (
    <Form
      action={casePaths.reporter.href({ ticket: found.ticket })}
      errors={errors}
      submit="Buka identitas pelapor"
      kind="plain"
    >
      <Field
        name="reason"
        label="Alasan membuka"
        required
        hint="Identitas tersegel. Siapa membukanya, kapan, dan mengapa dicatat (UU 27/2022)."
      />
    </Form>
  )
}
