import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseKinds, caseStates, channelName } from '../case.ts'
import type { CaseListed } from '../find-cases.ts'
import { casePaths } from '../paths.ts'
import { clockSteps, isClockStep } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'

export interface InboxProps {
  frame: Frame
  items: readonly CaseListed[]
  next: string | null
  /** Agencies this person may choose among, id and name; none or one: nothing to choose. */
  agencies: readonly (readonly [id: string, name: string])[]
  state: string
  agencyId: string
  /** What was typed and is no ticket, or ''. */
  ticket: string
}

const states = [
  ['', 'Menunggu jawaban'],
  ['open', caseStates.open],
  ['replied', caseStates.replied],
  ['answered', caseStates.answered],
  ['closed', caseStates.closed],
] as const

export function InboxPage({ frame, items, next, agencies, state, agencyId, ticket }: InboxProps): JSX.Element {
  const names = new Map(agencies)
  const settled = state === 'answered' || state === 'closed'
  return (
    <StaffPage frame={frame} title="Kasus">
      <Filters action={casePaths.inbox.href()}>
        <Select name="keadaan" label="Keadaan" value={state} options={states} />
        {agencies.length > 1 && (
          <Select name="perangkat" label="Perangkat daerah" value={agencyId} options={[['', 'Semua'], ...agencies]} />
        )}
        <Field name="tiket" label="Nomor tiket" value={ticket} />
      </Filters>
      <Table
        caption={settled ? 'Kasus, yang terbaru di atas' : 'Kasus menurut batas waktu terdekat'}
        rows={items}
        columns={[
          { head: 'Perihal', cell: (c) => <a href={casePaths.case.href({ ticket: c.ticket })}>{c.subject}</a> },
          settled
            ? { head: `${caseStates[state]} pada`, cell: (c) => <OnDay day={dayInWib(c.stateSince)} /> }
            : { head: 'Batas waktu', cell: (c) => <NextClock of={c} /> },
          { head: 'Jenis dan kanal', cell: (c) => `${caseKinds[c.kind]}, ${channelName(c.channel)}` },
          ...(agencies.length > 1
            ? [{ head: 'Perangkat daerah', cell: (c: CaseListed) => names.get(c.agencyId) ?? c.agencyId }]
            : []),
          { head: 'Diterima', cell: (c) => <OnDay day={dayInWib(c.receivedAt)} /> },
        ]}
        empty={
          state === '' ? (
            <Empty title="Tidak ada kasus yang menunggu">
              Semua suara warga sudah dijawab. Kasus yang sudah dijawab ada pada saringan Keadaan.
            </Empty>
          ) : (
            <Empty title="Tidak ada kasus dalam keadaan ini">Pilih keadaan lain pada saringan di atas.</Empty>
          )
        }
      />
      <NextPage href={next && casePaths.inbox.href({}, { keadaan: state, perangkat: agencyId, mulai: next })} />
    </StaffPage>
  )
}

function NextClock({ of: { clock, nextStep } }: { of: CaseListed }): JSX.Element {
  if (!clock) return <>–</>
  return (
    <>
      <ClockBadge reading={clock} /> {nextStep && isClockStep(nextStep) && clockSteps[nextStep].toLowerCase()}
    </>
  )
}
