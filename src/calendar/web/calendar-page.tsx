import type { JSX } from 'preact'
import { casePaths } from '../../cases/paths.ts'
import type { OfficeHours, YearDecree } from '../../platform/calendar/calendar-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay, formatWeekday } from '../../platform/time.ts'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { dayOffKinds, type Holiday } from '../holiday.ts'
import { calendarPaths } from '../paths.ts'
import { type CalendarDraft, HolidayForm, YearForm } from './calendar-forms.tsx'

interface Props {
  frame: Frame
  year: number
  holidays: readonly Holiday[]
  hours: readonly OfficeHours[]
  years: readonly YearDecree[]
  mayManage: boolean
  draft?: CalendarDraft
}

export function CalendarPage({ frame, year, holidays, hours, years, mayManage, draft }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Kalender kerja">
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
        columns={[
          { head: 'Hari', cell: (holiday) => formatWeekday(holiday.day) },
          { head: 'Nama', cell: (holiday) => holiday.name },
          { head: 'Jenis', cell: (holiday) => dayOffKinds[holiday.kind] },
          { head: 'Keputusan', cell: (holiday) => `${holiday.decree} (${formatDay(holiday.from)})` },
        ]}
      />
      {mayManage && (
        <>
          <Section title="Tambah hari libur">
            <HolidayForm draft={draft} />
          </Section>
          <Section title="Catat keputusan libur setahun">
            <YearForm draft={draft} next={Math.max(...years.map((known) => known.year)) + 1} />
          </Section>
        </>
      )}
      <Section title="Jam kerja">
        <Table
          caption="Jam kerja kantor pemerintah kota; jam tutup tidak termasuk"
          rows={hours}
          columns={[
            { head: 'Berlaku', cell: (one) => rangeWords(one) },
            { head: 'Senin–Kamis', cell: (one) => intervalWords(one, '1') },
            { head: 'Jumat', cell: (one) => intervalWords(one, '5') },
            { head: 'Dasar', cell: (one) => one.basis },
          ]}
        />
      </Section>
      <p>
        <a href={casePaths.rules.href()}>Batas waktu layanan</a> dihitung menurut kalender ini.
      </p>
    </StaffPage>
  )
}

const rangeWords = ({ name, from, to }: OfficeHours): string =>
  `${name}: ${formatDay(from)} sampai ${to ? formatDay(to) : 'seterusnya'}`

const intervalWords = ({ week }: OfficeHours, weekday: string): string =>
  (week[weekday] ?? []).map(([from, to]) => `${from}–${to}`.replaceAll(':', '.')).join(', ')
