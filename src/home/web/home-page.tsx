import type { JSX } from 'preact'
import type { Waiting } from '../../platform/area.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatNumber } from '../../platform/time.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'

interface Props {
  frame: Frame
  waiting: readonly Waiting[]
  /** False for somebody who holds no role today. */
  hasTask: boolean
}

/** What waits for me, the urgent first: to be understood within five seconds of signing in. */
export function HomePage({ frame, waiting, hasTask }: Props): JSX.Element {
  if (!hasTask)
    return (
      <StaffPage frame={frame} title="Beranda">
        <Empty title="Anda belum memegang tugas">
          Masa jabatan Anda sudah berakhir atau belum dimulai. Hubungi kepala perangkat daerah Anda atau
          Diskominfostandi.
        </Empty>
      </StaffPage>
    )
  return (
    <StaffPage frame={frame} title="Beranda">
      <Table
        caption="Yang menunggu Anda"
        rows={waiting}
        columns={[
          { head: 'Pekerjaan', cell: ({ text, href }) => <a href={href}>{text}</a> },
          { head: 'Jumlah', cell: ({ count }) => formatNumber(count), numeric: true },
          {
            head: 'Sifat',
            cell: ({ urgent }) => (urgent ? <Badge tone="bad">segera</Badge> : <Badge tone="quiet">biasa</Badge>),
          },
        ]}
        empty={
          <Empty title="Tidak ada yang menunggu">
            Semua pekerjaan Anda sudah selesai. Pilih menu untuk melihat yang lain.
          </Empty>
        }
      />
    </StaffPage>
  )
}
