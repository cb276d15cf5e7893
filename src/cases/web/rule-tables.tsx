import type { JSX } from 'preact'
import { formatDay } from '../../platform/time.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { type EscalationRole, type EscalationRule, escalationRoles } from '../escalation.ts'
import type { PauseReason } from '../pause.ts'
import type { ProofRule } from '../proof-rule.ts'
import { clockSteps, isClockStep, isRuleStep, limitWords, ruleSteps, type SlaRule } from '../sla-rule.ts'
import { levelWords } from '../warning.ts'

export type Names = ReadonlyMap<string, string>

export const LimitTable = (props: { caption: string; rules: readonly SlaRule[]; names: Names }): JSX.Element => (
  <Table
    caption={props.caption}
    rows={props.rules}
    columns={[
      { head: 'Langkah', cell: ({ step }) => (isRuleStep(step) ? ruleSteps[step] : step) },
      { head: 'Untuk', cell: (rule) => subjectWords(rule, props.names) },
      { head: 'Batas waktu', cell: limitWords },
      { head: 'Berlaku sejak', cell: ({ from }) => formatDay(from) },
      { head: 'Dasar', cell: ({ basis }) => basis },
    ]}
    empty={<Empty title="Belum ada batas waktu">Tetapkan batas waktu pertama di bawah.</Empty>}
  />
)

function subjectWords({ kind, class: depth, agencyId }: SlaRule, names: Names): string {
  const kindWords = kind === null ? 'Semua kasus' : caseKinds[kind]
  const classWords = depth === null ? '' : `, ${caseClasses[depth].toLowerCase()}`
  return `${kindWords}${classWords}${agencyId === null ? '' : `, hanya ${names.get(agencyId) ?? agencyId}`}`
}

export const ReasonTable = ({
  caption,
  reasons,
}: {
  caption: string
  reasons: readonly PauseReason[]
}): JSX.Element => (
  <Table
    caption={caption}
    rows={reasons}
    columns={[
      { head: 'Alasan', cell: ({ name }) => name },
      {
        head: 'Paling lama',
        cell: ({ limitDays }) => (limitDays === 0 ? 'tidak dipakai lagi' : `${limitDays} hari kerja`),
      },
      { head: 'Yang dijeda', cell: ({ steps }) => steps.map(stepWords).join(', ') },
      { head: 'Berlaku sejak', cell: ({ from }) => formatDay(from) },
      { head: 'Dasar', cell: ({ basis }) => basis },
    ]}
  />
)

const stepWords = (step: string): string => (isClockStep(step) ? clockSteps[step].toLowerCase() : step)

export const ProofTable = (props: { caption: string; rules: readonly ProofRule[] }): JSX.Element => (
  <Table
    caption={props.caption}
    rows={props.rules}
    columns={[
      { head: 'Jenis kasus', cell: ({ kind }) => caseKinds[kind] },
      {
        head: 'Tindak lanjut berbukti',
        cell: ({ required }) => (required === 0 ? 'tidak perlu' : `paling sedikit ${required}`),
      },
      { head: 'Berlaku sejak', cell: ({ from }) => formatDay(from) },
      { head: 'Dasar', cell: ({ basis }) => basis },
    ]}
  />
)

export const EscalationTable = (props: { caption: string; rules: readonly EscalationRule[] }): JSX.Element => (
  <Table
    caption={props.caption}
    rows={props.rules}
    columns={[
      { head: 'Saat', cell: ({ level }) => levelWords(level) },
      { head: 'Yang diberi tahu', cell: ({ told }) => told.map(roleWords).join('; ') || 'tidak seorang pun' },
      { head: 'Berlaku sejak', cell: ({ from }) => formatDay(from) },
      { head: 'Dasar', cell: ({ basis }) => basis },
    ]}
  />
)

const roleWords = (role: string): string => escalationRoles[role as EscalationRole] ?? role
