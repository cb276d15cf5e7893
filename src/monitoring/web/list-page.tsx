import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDate } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { statusWords } from '../cadence.ts'
import { confidenceWords } from '../freshness.ts'
import { monitoringPaths } from '../paths.ts'
import { aliveTone, statusTone, type WebsiteState } from '../website-state.ts'

export type Row = WebsiteState & { agencyName: string }

interface Props {
  frame: Frame
  rows: readonly Row[]
  filter: string
}

export const filters: readonly (readonly [value: string, label: string, shows: (row: Row) => boolean])[] = [
  ['', 'Semua situs', () => true],
  ['dipantau', 'Yang dipantau', ({ website }) => website.monitored],
  ['tidak-terbuka', 'Tidak dapat dibuka atau belum pasti', ({ alive }) => alive === 'down' || alive === 'unsure'],
  ['terlambat', 'Terlambat diperbarui', ({ status }) => status === 'overdue' || status === 'delinquent'],
  ['mati-suri', 'Mati suri', ({ status }) => status === 'dormant'],
  [
    'tidak-diketahui',
    'Tidak diketahui',
    ({ alive, status, website }) => website.monitored && (alive === 'unknown' || status === 'unknown'),
  ],
  ['tidak-dipantau', 'Tidak dipantau', ({ website }) => !website.monitored],
]

export function ListPage({ frame, rows, filter }: Props): JSX.Element {
  const shows = filters.find(([value]) => value === filter)?.[2] ?? (() => true)
  const shown = rows.filter(shows)
  const actions = frame.may('website.manage') && (
    <ButtonLink href={monitoringPaths.register.href()}>Daftarkan situs</ButtonLink>
  )
  return (
    <StaffPage frame={frame} title="Pemantauan situs" actions={actions}>
      <Filters action={monitoringPaths.websites.href()}>
        <Select
          name="keadaan"
          label="Keadaan"
          value={filter}
          options={filters.map(([value, label]) => [value, label])}
        />
      </Filters>
      <Table
        caption={`${shown.length} situs`}
        rows={shown}
        columns={[
          { head: 'Perangkat daerah', cell: (row) => <Site row={row} /> },
          { head: 'Keadaan', cell: (row) => <Badge tone={aliveTone[row.alive]}>{row.aliveWords}</Badge> },
          { head: 'Pembaruan terakhir', cell: (row) => <LastUpdate row={row} /> },
          { head: 'Kemutakhiran', cell: (row) => <Status row={row} /> },
          { head: 'Dipindai', cell: ({ scannedAt }) => (scannedAt ? <At instant={scannedAt} /> : 'belum pernah') },
        ]}
        empty={<Empty title="Tidak ada situs dengan keadaan ini">Pilih keadaan lain.</Empty>}
      />
    </StaffPage>
  )
}

function Site({ row }: { row: Row }): JSX.Element {
  return (
    <>
      <a href={monitoringPaths.website.href({ website: row.website.id })}>{row.agencyName}</a>
      <br />
      <small>{row.website.url}</small>
    </>
  )
}

function LastUpdate({ row }: { row: Row }): JSX.Element {
  if (!row.scannedAt) return <>–</>
  if (!row.lastRealUpdate) return <>tidak dapat ditentukan</>
  return (
    <>
      {formatDate(row.lastRealUpdate)}
      <br />
      <small>keyakinan {confidenceWords[row.confidence]}</small>
    </>
  )
}

function Status({ row }: { row: Row }): JSX.Element {
  if (!row.scannedAt) return <>–</>
  return <Badge tone={statusTone[row.status]}>{statusWords[row.status]}</Badge>
}
