import type { JSX } from 'preact'
import { dayInWib } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Pick } from '../../platform/ui/pick-list.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseKinds, caseStates, channelName } from '../case.ts'
import type { CaseList, CaseListed } from '../find-cases.ts'
import { type InboxFilter, isNarrowed, isSettled } from '../inbox-filter.ts'
import { casePaths } from '../paths.ts'
import { clockSteps, isClockStep } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'
import { StateBadge } from './state-badge.tsx'

interface Props {
  list: CaseList
  filter: InboxFilter
  agencies: readonly (readonly [id: string, name: string])[]
  /** Whether this person may do something with many at once. */
  pick: boolean
}

/** The list itself; drawn alone when the page renews it. */
export function InboxTable({ list, filter, agencies, pick }: Props): JSX.Element {
  const names = new Map(agencies)
  const { state, text } = filter
  const settled = isSettled(state)
  const due = { head: 'Batas waktu', cell: (c: CaseListed) => <NextClock of={c} /> }
  const since = {
    head: settled ? `${caseStates[state]} pada` : 'Keadaan',
    cell: (c: CaseListed) => (settled ? <OnDay day={dayInWib(c.stateSince)} /> : <StateBadge state={c.state} />),
  }
  return (
    <Table
      caption={captionOf(filter)}
      rows={list.items}
      columns={[
        { head: 'Perihal', cell: (c) => <Subject of={c} pick={pick} /> },
        ...(settled || text !== '' ? [since] : []),
        ...(settled ? [] : [due]),
        { head: 'Jenis dan kanal', cell: (c) => `${caseKinds[c.kind]}, ${channelName(c.channel)}` },
        { head: 'Petugas', cell: (c) => c.assignee ?? '–' },
        ...(agencies.length > 1
          ? [{ head: 'Perangkat daerah', cell: (c: CaseListed) => names.get(c.agencyId) ?? c.agencyId }]
          : []),
        { head: 'Diterima', cell: (c) => <OnDay day={dayInWib(c.receivedAt)} /> },
      ]}
      empty={<EmptyList filter={filter} />}
    />
  )
}

function captionOf({ state, text }: InboxFilter): string {
  if (text !== '') return `Kasus yang memuat “${text}”, yang terbaru di atas`
  return isSettled(state) ? 'Kasus, yang terbaru di atas' : 'Kasus menurut batas waktu terdekat'
}

function Subject({ of: found, pick }: { of: CaseListed; pick: boolean }): JSX.Element {
  const { ticket, version, subject, triage, labels } = found
  const running = found.state === 'open' || found.state === 'replied'
  const words = (
    <>
      <a href={casePaths.case.href({ ticket })}>{subject}</a>{' '}
      {running && triage === 'hold' && <Badge tone="warn">Ditunda</Badge>}
      {running && triage === null && <Badge tone="info">Belum diverifikasi</Badge>}{' '}
      {labels.map((label) => (
        <Badge key={label} tone="quiet">
          {label}
        </Badge>
      ))}
    </>
  )
  if (!pick) return words
  return (
    <Pick name="kasus" value={`${ticket}:${version}`} label={`${ticket} ${subject}`}>
      {words}
    </Pick>
  )
}

function EmptyList({ filter }: { filter: InboxFilter }): JSX.Element {
  if (filter.text !== '')
    return <Empty title="Tidak ada kasus yang cocok">Kurangi kata yang dicari, atau lepaskan saringan yang lain.</Empty>
  if (!isNarrowed(filter))
    return (
      <Empty title="Tidak ada kasus yang menunggu">
        Semua suara warga sudah dijawab. Kasus yang sudah dijawab ada pada saringan Keadaan.
      </Empty>
    )
  return <Empty title="Tidak ada kasus dalam keadaan ini">Pilih keadaan atau saringan lain di atas.</Empty>
}

function NextClock({ of: { clock, nextStep } }: { of: CaseListed }): JSX.Element {
  if (!clock) return <>–</>
  return (
    <>
      <ClockBadge reading={clock} /> {nextStep && isClockStep(nextStep) && clockSteps[nextStep].toLowerCase()}
    </>
  )
}
