import type { JSX } from 'preact'
import { casePaths } from '../../cases/paths.ts'
import type { OfficeHours, YearDecree } from '../../platform/calendar/calendar-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay, formatWeekday } from '../../platform/time.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { dayOffKinds, type Holiday, type HolidayInput, type WithdrawnHoliday } from '../holiday.ts'
import { weekInLines } from '../interval-text.ts'
import { calendarPaths } from '../paths.ts'
import { type Draft, HolidayForm } from './calendar-forms.tsx'

interface Props {
  frame: Frame
  year: number
  holidays: readonly Holiday[]
  withdrawn: readonly WithdrawnHoliday[]
  /** What the city's offices work by today; undefined where nothing is set. */
  today: OfficeHours | undefined
  years: readonly YearDecree[]
  mayManage: boolean
  draft?: Draft<HolidayInput>
}

export function CalendarPage(props: Props): JSX.Element {
  const { frame, year, holidays, withdrawn, today, years, mayManage, draft } = props
  return (
    <StaffPage
      frame={frame}
      title="Kalender kerja"
      actions={
        <>
          <ButtonLink href={calendarPaths.decrees.href()}>Keputusan hari libur</ButtonLink>
          <ButtonLink href={calendarPaths.hours.href()}>Jam kerja</ButtonLink>
          <ButtonLink href={casePaths.rules.href()}>Batas waktu</ButtonLink>
        </>
      }
    >
      <Filters action={calendarPaths.calendar.href()}>
        <Select
          name="tahun"
          label="Tahun"
          value={String(year)}
          options={years.map((known) => [String(known.year), String(known.year)])}
        />
      </Filters>
      <Table
        caption={`Hari libur ${year}`}
        rows={holidays}
        empty={<p>Hari libur {year} belum ditetapkan, maka waktu kerja pada tahun itu belum dapat dihitung.</p>}
        columns={[
          { head: 'Hari', cell: (holiday) => formatWeekday(holiday.day) },
          { head: 'Nama', cell: (holiday) => holiday.name },
          { head: 'Jenis', cell: (holiday) => dayOffKinds[holiday.kind] },
          { head: 'Keputusan', cell: (holiday) => `${holiday.decree} (${formatDay(holiday.from)})` },
        ]}
      />
      {withdrawn.length > 0 && (
        <Table
          caption={`Yang dicabut dari hari libur ${year}`}
          rows={withdrawn}
          columns={[
            { head: 'Hari', cell: (holiday) => formatWeekday(holiday.day) },
            { head: 'Nama', cell: (holiday) => holiday.name },
            { head: 'Dicabut oleh', cell: (holiday) => `${holiday.withdrawnBy} (${formatDay(holiday.to)})` },
          ]}
        />
      )}
      <Section title="Jam kerja hari ini">
        {today ? (
          <>
            <p>
              {today.name} ({today.basis}):
            </p>
            <ul>
              {weekInLines(today.week).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>Jam kerja untuk hari ini belum ditetapkan.</p>
        )}
      </Section>
      {mayManage && (
        <Section title="Tambah satu hari libur">
          <HolidayForm draft={draft} />
        </Section>
      )}
    </StaffPage>
  )
}
