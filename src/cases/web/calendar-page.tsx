import type { JSX } from 'preact'
import type { OfficeHours, YearDecree } from '../../platform/calendar/calendar-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay, formatWeekday } from '../../platform/time.ts'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { dayOffKinds, type Holiday } from '../holiday.ts'
import { casePaths } from '../paths.ts'
import { ruleSteps, type SlaRule } from '../sla-rule.ts'
import { type CalendarDraft, HolidayForm, RuleForm, YearForm } from './calendar-forms.tsx'

interface Props {
  frame: Frame
  year: number
  holidays: readonly Holiday[]
  hours: readonly OfficeHours[]
  years: readonly YearDecree[]
  rules: readonly SlaRule[]
  mayManage: boolean
  draft?: CalendarDraft
}

export function CalendarPage({ frame, year, holidays, hours, years, rules, mayManage, draft }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Kalender kerja">
      <Filters action={casePaths.calendar.href()}>
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
      <Section title="Batas waktu layanan">
        <Table
          caption="Batas waktu dalam hari kerja; yang paling dekat dengan kasusnya yang berlaku"
          rows={rules.filter(({ step }) => step in ruleSteps)}
          columns={[
            { head: 'Langkah', cell: (rule) => ruleSteps[rule.step] },
            { head: 'Jenis kasus', cell: (rule) => subjectWords(rule) },
            { head: 'Hari kerja', cell: (rule) => rule.days, numeric: true },
            { head: 'Berlaku sejak', cell: (rule) => formatDay(rule.from) },
            { head: 'Dasar', cell: (rule) => rule.basis },
          ]}
        />
      </Section>
      {mayManage && (
        <Section title="Tetapkan batas waktu">
          <RuleForm draft={draft} />
        </Section>
      )}
    </StaffPage>
  )
}

const rangeWords = ({ name, from, to }: OfficeHours): string =>
  `${name}: ${formatDay(from)} sampai ${to ? formatDay(to) : 'seterusnya'}`

const intervalWords = ({ week }: OfficeHours, weekday: string): string =>
  (week[weekday] ?? []).map(([from, to]) => `${from}–${to}`.replaceAll(':', '.')).join(', ')

const subjectWords = ({ kind, class: depth }: SlaRule): string => {
  if (kind === null) return 'Semua'
  return depth === null ? caseKinds[kind] : `${caseKinds[kind]}, ${caseClasses[depth].toLowerCase()}`
}
