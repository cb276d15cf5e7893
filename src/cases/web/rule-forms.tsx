import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { escalationRoles } from '../escalation.ts'
import { casePaths } from '../paths.ts'
import type { PauseReason } from '../pause.ts'
import { limitUnits, ruleSteps } from '../sla-rule.ts'
import { allLevels, levelWords } from '../warning.ts'
import type { Names } from './rule-tables.tsx'

/** Input kept from a form that was refused. */
export interface RuleDraft {
  form: 'limit' | 'pause' | 'proof' | 'escalation'
  errors: FieldErrors
  fields: Readonly<Record<string, string>>
  told: readonly string[]
}

interface Props {
  draft: RuleDraft | undefined
}

const reader = (draft: RuleDraft | undefined, form: RuleDraft['form']) => ({
  value: (name: string): string => (draft?.form === form ? (draft.fields[name] ?? '') : ''),
  errors: draft?.form === form ? draft.errors : undefined,
})

/** By what, and from when on: what every rule tells. */
const Decided = ({ value }: { value: (name: string) => string }): JSX.Element => (
  <>
    <Field name="basis" label="Dasar" required value={value('basis')} hint="Peraturan atau SOP yang menetapkannya." />
    <Field name="from" label="Berlaku sejak" type="date" required value={value('from')} />
  </>
)

export function LimitForm({ draft, names }: Props & { names: Names }): JSX.Element {
  const { value, errors } = reader(draft, 'limit')
  return (
    <Form action={casePaths.rules.href()} errors={errors} submit="Tetapkan batas waktu">
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
      <Select
        name="agencyId"
        label="Perangkat daerah"
        hint="Bila satu perangkat daerah mempunyai SOP sendiri."
        value={value('agencyId')}
        options={[['', 'Semua'], ...names]}
      />
      <Field name="amount" label="Lamanya" type="number" required value={value('amount')} />
      <Select name="unit" label="Satuan" value={value('unit') || 'days'} options={Object.entries(limitUnits)} />
      <Decided value={value} />
    </Form>
  )
}

export function ReasonForm({ draft, reasons }: Props & { reasons: readonly PauseReason[] }): JSX.Element {
  const { value, errors } = reader(draft, 'pause')
  return (
    <Form action={casePaths.pauseReasons.href()} errors={errors} submit="Tetapkan batas jeda" kind="plain">
      <Select
        name="id"
        label="Alasan"
        value={value('id')}
        options={reasons.map(({ id, name }) => [id, name] as const)}
      />
      <Field
        name="limitDays"
        label="Paling lama (hari kerja)"
        type="number"
        required
        hint="0: alasan ini tidak dipakai lagi."
        value={value('limitDays')}
      />
      <Decided value={value} />
    </Form>
  )
}

export function ProofForm({ draft }: Props): JSX.Element {
  const { value, errors } = reader(draft, 'proof')
  return (
    <Form action={casePaths.proofRules.href()} errors={errors} submit="Tetapkan bukti" kind="plain">
      <Select
        name="kind"
        label="Jenis kasus"
        value={value('kind') || 'complaint'}
        options={Object.entries(caseKinds)}
      />
      <Field
        name="required"
        label="Tindak lanjut berbukti"
        type="number"
        required
        hint="Sebanyak ini sebelum kasus dapat dinyatakan selesai dikerjakan. 0: tidak perlu."
        value={value('required')}
      />
      <Decided value={value} />
    </Form>
  )
}

export function EscalationForm({ draft }: Props): JSX.Element {
  const { value, errors } = reader(draft, 'escalation')
  return (
    <Form action={casePaths.escalationRules.href()} errors={errors} submit="Tetapkan peringatan" kind="plain">
      <Select
        name="level"
        label="Saat"
        value={value('level') || '50'}
        options={allLevels.map((level) => [String(level), levelWords(level)] as const)}
      />
      <CheckList
        name="told"
        label="Yang diberi tahu"
        options={Object.entries(escalationRoles)}
        checked={draft?.form === 'escalation' ? draft.told : ['handler']}
      />
      <Decided value={value} />
    </Form>
  )
}
