import type { JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CaseClock } from '../find-case.ts'
import { clockSteps } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'

/** Each clock with its sum in words; ends that no longer hold stand below, with the reason. */
export function Clocks({ clocks }: { clocks: readonly CaseClock[] }): JSX.Element {
  const former = clocks.flatMap((clock) => clock.former.map((end) => ({ ...end, step: clock.step })))
  return (
    <>
      <Facts
        items={clocks.map(
          (clock) =>
            [clockSteps[clock.step], <Sum key={`${clock.step} ${clock.startedAt.getTime()}`} clock={clock} />] as const,
        )}
      />
      {former.length > 0 && (
        <Table
          caption="Hitungan lama yang disimpan"
          rows={former}
          columns={[
            { head: 'Langkah', cell: ({ step }) => clockSteps[step] },
            {
              head: 'Jatuh tempo lama',
              cell: ({ dueAt }) => (dueAt ? <At instant={dueAt} /> : 'tidak diketahui'),
            },
            { head: 'Dihitung ulang karena', cell: ({ reason }) => reason },
            { head: 'Pada', cell: ({ until }) => <At instant={until} /> },
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
    {clock.basis && <p class="hint">Dasar: {clock.basis}.</p>}
  </>
)
