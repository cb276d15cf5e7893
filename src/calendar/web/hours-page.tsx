import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { OfficeHours } from '../../platform/calendar/calendar-data.ts'
import { hoursOn } from '../../platform/calendar/working-calendar.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay, formatNumber } from '../../platform/time.ts'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AgencyTurn, CalendarHours } from '../find-calendars.ts'
import { minutesAWeek, weekInLines } from '../interval-text.ts'
import { calendarPaths } from '../paths.ts'
import type { AgencyCalendarInput } from '../set-agency-calendar.ts'
import type { Draft } from './calendar-forms.tsx'

interface Props {
  frame: Frame
  calendars: readonly CalendarHours[]
  turns: readonly AgencyTurn[]
  agencies: readonly Agency[]
  /** WIB day whose hours are shown. */
  today: string
  mayManage: boolean
  calendarDraft?: Draft<{ name: string; like: string }>
  agencyDraft?: Draft<AgencyCalendarInput>
}

export function HoursPage(props: Props): JSX.Element {
  const { frame, calendars, turns, today, mayManage } = props
  return (
    <StaffPage frame={frame} title="Jam kerja">
      <p>
        Semua jam dalam WIB. Perangkat daerah bekerja menurut kalender kota, kecuali yang disebut di bawah. Hari libur
        sama untuk semua: lihat <a href={calendarPaths.calendar.href()}>kalender kerja</a>.
      </p>
      <Table
        caption="Kalender dan jam kerjanya hari ini"
        rows={calendars}
        columns={[
          {
            head: 'Kalender',
            cell: (one) => <a href={calendarPaths.calendarHours.href({ calendar: one.id })}>{one.name}</a>,
          },
          { head: 'Jam kerja', cell: (one) => <WeekLines hours={hoursOn(one.hours, today)} /> },
          { head: 'Sepekan', cell: (one) => weekWords(hoursOn(one.hours, today)) },
        ]}
      />
      <Table
        caption="Perangkat daerah dengan kalender sendiri"
        rows={turns}
        empty={<p>Semua perangkat daerah bekerja menurut kalender kota.</p>}
        columns={[
          { head: 'Perangkat daerah', cell: (one) => one.agencyName },
          { head: 'Kalender', cell: (one) => one.calendarName },
          { head: 'Sejak', cell: (one) => formatDay(one.from) },
          { head: 'Dasar', cell: (one) => one.basis },
        ]}
      />
      {mayManage && <Forms {...props} />}
    </StaffPage>
  )
}

export function WeekLines({ hours }: { hours: OfficeHours | undefined }): JSX.Element {
  if (hours === undefined) return <>belum ditetapkan</>
  return (
    <ul>
      {weekInLines(hours.week).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export const weekWords = (hours: OfficeHours | undefined): string =>
  hours ? `${formatNumber(minutesAWeek(hours.week) / 60, 2)} jam` : ''

function Forms({ calendars, agencies, calendarDraft, agencyDraft }: Props): JSX.Element {
  const names = calendars.map(({ id, name }) => [id, name] as const)
  const fields = agencyDraft?.fields
  return (
    <>
      <Section title="Pilih kalender untuk perangkat daerah">
        <Form action={calendarPaths.agencyCalendars.href()} errors={agencyDraft?.errors} submit="Tetapkan kalender">
          <Select
            name="agencyId"
            label="Perangkat daerah"
            required
            value={fields?.agencyId}
            options={[['', 'Pilih'], ...agencies.map(({ id, name }) => [id, name] as const)]}
          />
          <Select name="calendarId" label="Kalender" required value={fields?.calendarId} options={names} />
          <Field
            name="from"
            label="Berlaku sejak"
            type="date"
            required
            value={fields?.from}
            hint="Sebelum hari itu tetap dihitung menurut kalender yang lama."
          />
          <Field name="basis" label="Dasar" required value={fields?.basis} hint="Keputusan yang menetapkannya." />
        </Form>
      </Section>
      <Section title="Buat kalender">
        <Form action={calendarPaths.hours.href()} errors={calendarDraft?.errors} submit="Buat kalender" kind="plain">
          <Field
            name="name"
            label="Nama kalender"
            required
            value={calendarDraft?.fields.name}
            hint="Misalnya Layanan Sabtu (puskesmas)."
          />
          <Select
            name="like"
            label="Jam kerja disalin dari"
            value={calendarDraft?.fields.like}
            options={names}
            hint="Sesudah itu jam kerjanya dapat diubah."
          />
        </Form>
      </Section>
    </>
  )
}
