import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDate } from '../../platform/time.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { alarmKinds } from '../alarm.ts'
import type { OpenAlarm } from '../find-alarms.ts'
import { appointmentPaths } from '../paths.ts'

export function AlarmsPage({ frame, alarms }: { frame: Frame; alarms: readonly OpenAlarm[] }): JSX.Element {
  return (
    <StaffPage frame={frame} title="Peringatan jabatan">
      <Table
        caption="Yang perlu diselesaikan, yang terlama di atas"
        rows={alarms}
        columns={[
          {
            head: 'Perangkat daerah',
            cell: (a) => <a href={appointmentPaths.appointments.href({ agency: a.agencyId })}>{a.agencyName}</a>,
          },
          { head: 'Hal', cell: (a) => alarmKinds[a.kind] },
          { head: 'Orang', cell: (a) => a.personName ?? '–' },
          { head: 'Sejak', cell: (a) => formatDate(a.raisedAt) },
          {
            head: 'Penanggung jawab',
            cell: (a) => (a.escalated ? <Badge tone="bad">Diskominfostandi</Badge> : <Badge tone="warn">kepala</Badge>),
          },
          { head: 'Penyelesaian', cell: (a) => <Solution alarm={a} /> },
        ]}
        empty={<Empty title="Tidak ada peringatan">Semua jabatan terisi dan akunnya dipakai.</Empty>}
      />
    </StaffPage>
  )
}

/** The button that solves it. */
function Solution({ alarm: { kind, agencyId, appointmentId } }: { alarm: OpenAlarm }): JSX.Element {
  const handOver = (post: string): string => appointmentPaths.handover.href({ agency: agencyId }, { jabatan: post })
  switch (kind) {
    case 'head-missing':
      return <ButtonLink href={appointmentPaths.appointments.href({ agency: agencyId })}>Angkat kepala</ButtonLink>
    case 'operator-missing':
      return <ButtonLink href={handOver('operator')}>Isi jabatan</ButtonLink>
    case 'deputy-missing':
      return <ButtonLink href={handOver('deputy')}>Tunjuk wakil</ButtonLink>
    case 'ending-soon':
      return <ButtonLink href={appointmentPaths.appointment.href({ id: appointmentId ?? '' })}>Perpanjang</ButtonLink>
    case 'silent':
    case 'idle-warning':
      return <PostButton action={appointmentPaths.reminder.href({ id: appointmentId ?? '' })} label="Undang masuk" />
  }
}
