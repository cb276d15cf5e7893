import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Announcement } from '../announcement.ts'
import { channelPaths } from '../paths.ts'
import { firstWords } from './first-words.ts'

interface Props {
  frame: Frame
  announcements: readonly (Announcement & { open: number })[]
}

/** What the whole city makes known, one account first, the others in their own words. */
export function AnnouncementsPage({ frame, announcements }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Pengumuman kota">
      <p>
        Satu akun menyiarkan, perangkat daerah lain menulis dengan kata-kata sendiri atau membagikannya di X. Pengumuman
        dibuat Diskominfostandi dari halaman siaran yang sudah terbit.
      </p>
      <Table
        caption="Pengumuman kota, terbaru di atas"
        rows={announcements}
        columns={[
          { head: 'Isi', cell: (a) => <a href={channelPaths.announcement.href({ id: a.id })}>{firstWords(a.text)}</a> },
          { head: 'Penyiar', cell: (a) => `@${a.handle}` },
          { head: 'Sampai', cell: (a) => <OnDay day={a.untilDay} /> },
          { head: 'Belum ditindaklanjuti', cell: (a) => a.open, numeric: true },
        ]}
        empty={<Empty title="Belum ada pengumuman kota" />}
      />
    </StaffPage>
  )
}
