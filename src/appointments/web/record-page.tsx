import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatInstant, formatWeekday } from '../../platform/time.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Handover, handedOver } from '../handover.ts'
import { appointmentPaths } from '../paths.ts'

/** Berita acara serah terima: made to be printed and signed. */
export function RecordPage({
  frame,
  agency,
  handover: h,
}: {
  frame: Frame
  agency: Agency
  handover: Handover
}): JSX.Element {
  return (
    <StaffPage frame={frame} title="Berita acara serah terima">
      <p>
        <a href={appointmentPaths.appointments.href({ agency: agency.id })}>Semua jabatan di {agency.name}</a>
      </p>
      {h.doneAt === null && (
        <Notice tone="info" title="Belum berlaku">
          Draf dan akses berpindah pada {formatWeekday(h.day)}.
        </Notice>
      )}
      <Facts
        items={[
          ['Perangkat daerah', agency.name],
          ['Jabatan', handedOver[h.post]],
          ['Yang menyerahkan', h.leaverName ?? 'jabatan kosong'],
          ['Yang menerima', h.newcomerName],
          ['Terhitung mulai', formatWeekday(h.day)],
          ['Dasar', h.decree],
          ['Catatan', h.note],
          ['Dicatat oleh', `${h.madeByName}, ${formatInstant(h.madeAt)}`],
        ]}
      />
      {h.absent && <p>Pejabat lama tidak dapat dihubungi. Serah terima dilakukan sepihak oleh {h.madeByName}.</p>}
      {h.wentOver !== null && (
        <Section title="Yang diserahterimakan">
          <Table
            caption="Keadaan saat serah terima"
            rows={h.wentOver}
            columns={[
              { head: 'Pekerjaan', cell: ({ text, href }) => <a href={href}>{text}</a> },
              { head: 'Jumlah', cell: ({ count }) => count, numeric: true },
            ]}
            empty={<Empty title="Tidak ada pekerjaan terbuka">Semua sudah selesai saat serah terima.</Empty>}
          />
        </Section>
      )}
      <div class="signatures">
        <p>
          Yang menyerahkan,
          <br />
          {h.leaverName ?? '–'}
        </p>
        <p>
          Yang menerima,
          <br />
          {h.newcomerName}
        </p>
      </div>
    </StaffPage>
  )
}
