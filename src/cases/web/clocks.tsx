import type { JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CaseClock } from '../find-case.ts'
import { clockSteps } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'

/** Each clock with its sum in words; what was computed anew stands below, with the reason. */
export function Clocks({ clocks }: { clocks: readonly CaseClock[] }): JSX.Element {
  const former = clocks.filter(({ supersededAt }) => supersededAt !== null)
  return (
    <>
      <Facts
        items={clocks
          .filter(({ supersededAt }) => supersededAt === null)
          .map((clock) => [clockSteps[clock.step], <Sum key={clock.id} clock={clock} />] as const)}
      />
      {former.length > 0 && (
        <Table
          caption="Hitungan lama yang disimpan"
          rows={former}
          columns={[
            { head: 'Langkah', cell: (clock) => clockSteps[clock.step] },
            {
              head: 'Jatuh tempo lama',
              cell: (clock) => (clock.dueAt ? <At instant={clock.dueAt} /> : 'tidak diketahui'),
            },
            { head: 'Dihitung ulang karena', cell: (clock) => clock.supersededReason },
            { head: 'Pada', cell: (clock) => clock.supersededAt && <At instant={clock.supersededAt} /> },
          ]}
        />
      )}
    </>
  )
}

const Sum = ({ clock }: { clock: CaseClock }): JSX.Element => (
  <>
    <ClockBadge reading={clock.reading} />
    <p>
      {clock.explanation}
      {clock.stoppedAt && (
        <>
          {' '}
          Berhenti <At instant={clock.stoppedAt} />.
        </>
      )}
    </p>
    <p class="hint">Dasar: {clock.basis}.</p>
  </>
)
