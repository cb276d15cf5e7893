import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Hidden, Radios } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { ApprovalRule } from '../answer-approval.ts'
import { casePaths } from '../paths.ts'

interface Of {
  agencyId: string
  name: string
  rules: readonly ApprovalRule[]
  maySet: boolean
}

interface Props {
  frame: Frame
  today: string
  agencies: readonly Of[]
  input?: { agencyId: string; required: string; from: string }
  errors?: FieldErrors
}

/** Whether answers of an agency go out at once or after a second person agreed. */
export function ApprovalRulePage({ frame, today, agencies, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Persetujuan jawaban">
      <p>
        Bila diaktifkan, jawaban kepada warga terkirim setelah disetujui sekretaris atau kepala, tidak pernah oleh
        penulisnya sendiri. Waktu tetap berjalan selama menunggu persetujuan.
      </p>
      {agencies.map((of) => (
        <Section key={of.agencyId} title={of.name}>
          <Table
            caption="Aturan menurut tanggal, yang terbaru di atas"
            rows={of.rules}
            columns={[
              { head: 'Berlaku sejak', cell: ({ from }) => <OnDay day={from} /> },
              { head: 'Persetujuan', cell: ({ required }) => (required ? 'diperlukan' : 'tidak diperlukan') },
              { head: 'Ditetapkan oleh', cell: ({ setBy }) => setBy },
            ]}
            empty={<Empty title="Belum ada aturan">Jawaban terkirim langsung tanpa persetujuan.</Empty>}
          />
          {of.maySet && (
            <Form
              action={casePaths.approvalRule.href()}
              errors={input?.agencyId === of.agencyId ? errors : undefined}
              submit="Tetapkan"
            >
              <Hidden name="agencyId" value={of.agencyId} />
              <Radios
                name="required"
                label="Persetujuan orang kedua"
                value={input?.required ?? 'ya'}
                options={[
                  ['ya', 'Diperlukan'],
                  ['tidak', 'Tidak diperlukan'],
                ]}
              />
              <Field name="from" label="Berlaku sejak" type="date" required value={input?.from ?? today} />
            </Form>
          )}
        </Section>
      ))}
    </StaffPage>
  )
}
