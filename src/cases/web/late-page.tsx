import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { LateCase } from '../find-late-cases.ts'
import { lateReasons } from '../lateness.ts'
import { casePaths } from '../paths.ts'
import { clockSteps } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'

interface Props {
  frame: Frame
  items: readonly LateCase[]
  next: string | null
  counts: readonly { agencyId: string; count: number }[]
  names: ReadonlyMap<string, string>
  agencyId: string
}

/** What is late, and why: facts of the machine, and what the agency says. */
export function LatePage({ frame, items, next, counts, names, agencyId }: Props): JSX.Element {
  const name = (id: string): string => names.get(id) ?? id
  const of = agencyId === '' ? '' : `, ${name(agencyId)}`
  return (
    <StaffPage
      frame={frame}
      title="Kasus yang terlambat"
      actions={
        items.length > 0 && (
          <ButtonLink kind="plain" href={casePaths.lateFile.href({}, { perangkat: agencyId })}>
            Unduh CSV
          </ButtonLink>
        )
      }
    >
      {counts.length > 1 && (
        <Section title="Menurut perangkat daerah">
          <Table
            caption="Jumlah kasus terlambat, yang terbanyak di atas"
            rows={counts}
            columns={[
              {
                head: 'Perangkat daerah',
                cell: (row) => <a href={casePaths.late.href({}, { perangkat: row.agencyId })}>{name(row.agencyId)}</a>,
              },
              { head: 'Terlambat', cell: (row) => row.count, numeric: true },
            ]}
          />
        </Section>
      )}
      {agencyId !== '' && counts.length > 1 && (
        <p>
          <a href={casePaths.late.href()}>Semua perangkat daerah</a>
        </p>
      )}
      <Table
        caption={`Kasus terlambat dan sebabnya${of}; yang paling lama di atas`}
        rows={items}
        columns={[
          { head: 'Perihal', cell: (one) => <a href={casePaths.case.href({ ticket: one.ticket })}>{one.subject}</a> },
          ...(counts.length > 1 ? [{ head: 'Perangkat daerah', cell: (one: LateCase) => name(one.agencyId) }] : []),
          { head: 'Terlambat', cell: (one) => <Late of={one} /> },
          { head: 'Keadaan', cell: (one) => <Reasons of={one} /> },
          { head: 'Penjelasan', cell: (one) => <Said of={one} /> },
        ]}
        empty={
          <Empty title="Tidak ada yang terlambat">
            Semua tenggat kasus masih berjalan dalam waktunya. Yang akan jatuh tempo ada di{' '}
            <a href={casePaths.inbox.href()}>daftar kasus</a>.
          </Empty>
        }
      />
      <NextPage href={next && casePaths.late.href({}, { perangkat: agencyId, mulai: next })} />
    </StaffPage>
  )
}

const Late = ({ of: { late } }: { of: LateCase }): JSX.Element => (
  <>
    {late.map(({ step, dueAt, reading }) => (
      <div key={step}>
        {clockSteps[step]}: <ClockBadge reading={reading} />{' '}
        {dueAt && (
          <span class="hint">
            sejak <At instant={dueAt} />
          </span>
        )}
      </div>
    ))}
  </>
)

function Reasons({ of: { facts } }: { of: LateCase }): JSX.Element {
  const reasons = lateReasons(facts)
  return <>{reasons.length === 0 ? 'Sedang dikerjakan' : `${reasons.join('. ')}.`}</>
}

function Said({ of: { explanations } }: { of: LateCase }): JSX.Element {
  const [latest] = explanations
  if (!latest) return <>Belum ada</>
  return (
    <>
      {latest.text}{' '}
      <span class="hint">
        {latest.by}, <At instant={latest.at} />
      </span>
    </>
  )
}
