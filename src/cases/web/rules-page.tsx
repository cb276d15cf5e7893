import type { JSX } from 'preact'
import { calendarPaths } from '../../calendar/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { casePaths } from '../paths.ts'
import type { RuleInput } from '../rule-input.ts'
import { isRuleStep, limitUnits, limitWords, ruleSteps, type SlaRule } from '../sla-rule.ts'

/** Input kept from a form that was refused. */
export interface RuleDraft {
  errors: FieldErrors
  fields: RuleInput
}

interface Props {
  frame: Frame
  rules: readonly SlaRule[]
  mayManage: boolean
  draft?: RuleDraft
}

export function RulesPage({ frame, rules, mayManage, draft }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Batas waktu layanan">
      <p>
        Hari kerja dihitung menurut <a href={calendarPaths.calendar.href()}>kalender kerja</a>.
      </p>
      <Table
        caption="Batas waktu; yang paling dekat dengan kasusnya yang berlaku"
        rows={rules.filter(({ step }) => step in ruleSteps)}
        columns={[
          { head: 'Langkah', cell: (rule) => (isRuleStep(rule.step) ? ruleSteps[rule.step] : rule.step) },
          { head: 'Jenis kasus', cell: (rule) => subjectWords(rule) },
          { head: 'Batas waktu', cell: (rule) => limitWords(rule) },
          { head: 'Berlaku sejak', cell: (rule) => formatDay(rule.from) },
          { head: 'Dasar', cell: (rule) => rule.basis },
        ]}
      />
      {mayManage && (
        <Section title="Tetapkan batas waktu">
          <RuleForm draft={draft} />
        </Section>
      )}
    </StaffPage>
  )
}

function RuleForm({ draft }: { draft: RuleDraft | undefined }): JSX.Element {
  const value = (name: keyof RuleInput): string => draft?.fields[name] ?? ''
  return (
    <Form action={casePaths.rules.href()} errors={draft?.errors} submit="Tetapkan batas waktu">
      <Select name="step" label="Langkah" value={value('step') || 'final-answer'} options={Object.entries(ruleSteps)} />
      <Select
        name="kind"
        label="Jenis kasus"
        value={value('kind')}
        options={[['', 'Semua'], ...Object.entries(caseKinds)]}
      />
      <Select
        name="class"
        label="Kelas pengaduan"
        value={value('class')}
        options={[['', 'Semua'], ...Object.entries(caseClasses)]}
      />
      <Field name="amount" label="Lamanya" type="number" required value={value('amount')} />
      <Select name="unit" label="Satuan" value={value('unit') || 'days'} options={Object.entries(limitUnits)} />
      <Field name="basis" label="Dasar" required value={value('basis')} hint="Peraturan atau SOP yang menetapkannya." />
      <Field name="from" label="Berlaku sejak" type="date" required value={value('from')} />
    </Form>
  )
}

const subjectWords = ({ kind, class: depth }: SlaRule): string => {
  if (kind === null) return 'Semua'
  return depth === null ? caseKinds[kind] : `${caseKinds[kind]}, ${caseClasses[depth].toLowerCase()}`
}
