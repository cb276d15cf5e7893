import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay } from '../../platform/time.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Agency, agencyKinds } from '../agency.ts'
import type { Holder } from '../find-people.ts'
import { roleNames } from '../role.ts'
import { Added, type AddedCell } from './register-page.tsx'

interface Props {
  frame: Frame
  agency: Agency
  holders: readonly Holder[]
  added: readonly { head: string; cell: AddedCell | undefined }[]
}

export function AgencyPage({ frame, agency, holders, added }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title={agency.name}>
      <Facts
        items={[
          ['Singkatan', agency.abbreviation],
          ['Jenis', agencyKinds[agency.kind]],
          ['Nama host', agency.host],
          ['Kode wilayah', agency.regionCode],
          ...added.map(({ head, cell }) => [head, <Added key={head} cell={cell} />] as const),
        ]}
      />
      <Section title="Penanggung jawab hari ini">
        <Table
          caption="Pemegang peran"
          rows={holders}
          columns={[
            { head: 'Peran', cell: (holder) => roleNames[holder.role] },
            { head: 'Nama', cell: (holder) => holder.name },
            { head: 'Sejak', cell: (holder) => formatDay(holder.from) },
            { head: 'Dasar', cell: (holder) => holder.decree ?? '–' },
          ]}
          empty={
            <Empty title="Belum ada penanggung jawab">
              Minta Diskominfostandi menambahkan kepala dan operator perangkat daerah ini.
            </Empty>
          }
        />
      </Section>
    </StaffPage>
  )
}
