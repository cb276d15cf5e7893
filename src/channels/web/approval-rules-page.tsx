import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type ApprovalRuleInput, stepChoices } from '../add-approval-rule.ts'
import type { ApprovalRule } from '../approval-rules.ts'
import { channelPaths } from '../paths.ts'
import { rolesInWords } from '../post-review.ts'

interface Props {
  frame: Frame
  rules: readonly ApprovalRule[]
  agencies: readonly (readonly [id: string, name: string])[]
  /** Null: this person sets none. */
  input: ApprovalRuleInput | null
  errors?: FieldErrors
}

const choices = Object.entries(stepChoices).map(([value, roles]) => [value, rolesInWords(roles)] as const)

/** Who must approve broadcasts, from which day on. */
export function ApprovalRulesPage({ frame, rules, agencies, input, errors }: Props): JSX.Element {
  const names = new Map(agencies)
  return (
    <StaffPage frame={frame} title="Persetujuan siaran">
      <p>
        Siaran terbit setelah semua langkah disetujui. Penulis tidak menyetujui siarannya sendiri, seorang hanya
        menyetujui satu langkah, dan setiap perubahan membatalkan persetujuan.
      </p>
      <Table
        caption="Aturan persetujuan, terbaru di atas"
        rows={rules}
        columns={[
          {
            head: 'Perangkat daerah',
            cell: (r) =>
              r.agencyId === null ? 'Semua yang tidak punya aturan sendiri' : (names.get(r.agencyId) ?? r.agencyId),
          },
          { head: 'Mulai', cell: (r) => <OnDay day={r.from} /> },
          {
            head: 'Langkah',
            cell: (r) => (
              <ol class="steps">
                {r.steps.map((step, i) => (
                  <li key={i}>{rolesInWords(step)}</li>
                ))}
              </ol>
            ),
          },
          { head: 'Dasar', cell: (r) => r.basis },
        ]}
      />
      {input && (
        <Section title="Tetapkan aturan baru">
          <Form action={channelPaths.approvalRules.href()} errors={errors} submit="Tetapkan aturan">
            <Select
              name="agencyId"
              label="Perangkat daerah"
              value={input.agencyId}
              options={[['', 'Semua yang tidak punya aturan sendiri'], ...agencies]}
            />
            <Field name="from" label="Mulai berlaku" type="date" value={input.from} required />
            <Select name="first" label="Langkah pertama" value={input.first} options={choices} required />
            <Select
              name="second"
              label="Langkah kedua"
              value={input.second}
              options={[['', 'Tidak ada'], ...choices]}
            />
            <Field name="basis" label="Dasar" value={input.basis} hint="Misalnya nomor nota dinas" required />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}
