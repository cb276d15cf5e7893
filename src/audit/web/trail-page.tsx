import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatNumber } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { TrailEvent, TrailFilter } from '../find-trail.ts'
import { auditPaths } from '../paths.ts'
import { changeInWords, changesOf, thingInWords, things } from '../trail-words.ts'

interface Props {
  frame: Frame
  filter: TrailFilter
  events: readonly TrailEvent[]
  agencies: readonly Agency[]
  /** Address of the following page. */
  next: string | null
  /** Address of the same selection as a file. */
  csv: string
  exportLimit: number
}

/** Everything that was ever changed, by whom: to be read, never to be changed. */
export function TrailPage({ frame, filter, events, agencies, next, csv, exportLimit }: Props): JSX.Element {
  const names = new Map(agencies.map(({ id, abbreviation }) => [id, abbreviation]))
  return (
    <StaffPage frame={frame} title="Jejak" actions={<ButtonLink href={csv}>Unduh CSV</ButtonLink>}>
      <p>
        Setiap perubahan tercatat di sini dan tidak dapat diubah. Unduhan memuat paling banyak{' '}
        {formatNumber(exportLimit)} baris terbaru dari pilihan ini.
      </p>
      <Filters action={auditPaths.trail.href()}>
        <Field name="orang" label="Nama atau surel" type="search" value={filter.person} />
        <Select
          name="perangkat"
          label="Perangkat daerah"
          value={filter.agencyId}
          options={[['', 'Semua'], ...agencies.map(({ id, name }) => [id, name] as const)]}
        />
        <Select name="hal" label="Hal" value={filter.thing} options={[['', 'Semua'], ...Object.entries(things)]} />
        <Field name="nomor" label="Nomor" value={filter.thingId} />
        <Field name="dari" label="Dari" type="date" value={filter.from} />
        <Field name="sampai" label="Sampai" type="date" value={filter.to} />
      </Filters>
      <Table
        caption="Jejak perubahan, yang terbaru di atas"
        rows={events}
        columns={[
          { head: 'Waktu', cell: ({ at }) => <At instant={at} /> },
          { head: 'Oleh', cell: ({ by }) => by },
          { head: 'Tindakan', cell: ({ action }) => action },
          {
            head: 'Hal',
            cell: ({ thing, thingId }) => (
              <a href={auditPaths.trail.href({}, { hal: thing, nomor: thingId })}>{thingInWords(thing)}</a>
            ),
          },
          { head: 'Perangkat daerah', cell: ({ agencyId }) => (agencyId ? (names.get(agencyId) ?? agencyId) : '–') },
          { head: 'Perubahan', cell: (event) => <Changes event={event} /> },
        ]}
        empty={<Empty title="Tidak ada jejak yang cocok">Longgarkan pilihan di atas.</Empty>}
      />
      <NextPage href={next} />
    </StaffPage>
  )
}

function Changes({ event }: { event: TrailEvent }): JSX.Element {
  const changes = changesOf(event.before, event.after)
  if (changes.length === 0) return <>–</>
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.field}>{changeInWords(change)}</li>
      ))}
    </ul>
  )
}
