import type { JSX } from 'preact'
import type { OfficeHours, YearDecree } from '../../platform/calendar/calendar-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay, formatWeekday } from '../../platform/time.ts'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseClasses, caseKinds } from '../case.ts'
import { dayOffKinds, type Holiday, type HolidayInput } from '../holiday.ts'
import { casePaths } from '../paths.ts'
import { ruleSteps, type SlaRule } from '../sla-rule.ts'

interface Props {
  frame: Frame
  year: number
  holidays: readonly Holiday[]
  hours: readonly OfficeHours[]
  years: readonly YearDecree[]
  rules: readonly SlaRule[]
  mayManage: boolean
  input: HolidayInput
  errors?: FieldErrors
}

export function CalendarPage(props: Props): JSX.Element {
  const { frame, year, holidays, hours, years, rules, mayManage } = props
  return (
    <StaffPage frame={frame} title="Kalender kerja">
      <Filters action={casePaths.calendar.href()}>
        <Select
          name="tahun"
          label="Tahun"
          value={String(year)}
          options={years.map((y) => [String(y.year), String(y.year)])}
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
      {mayManage && <AddHoliday {...props} />}
      <Section title="Jam kerja">
        <Table
          caption="Jam kerja kantor pemerintah kota; jam tutup tidak termasuk"
          rows={hours}
          columns={[
            {
              head: 'Berlaku',
              cell: (h) => `${h.name}: ${formatDay(h.from)} sampai ${h.to ? formatDay(h.to) : 'seterusnya'}`,
            },
            { head: 'Senin–Kamis', cell: (h) => intervalWords(h, '1') },
            { head: 'Jumat', cell: (h) => intervalWords(h, '5') },
            { head: 'Dasar', cell: (h) => h.basis },
          ]}
        />
      </Section>
      <Section title="Batas waktu layanan">
        <Table
          caption="Batas waktu dalam hari kerja"
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
    </StaffPage>
  )
}

const intervalWords = ({ week }: OfficeHours, weekday: string): string =>
  (week[weekday] ?? []).map(([from, to]) => `${from}–${to}`.replaceAll(':', '.')).join(', ')

const subjectWords = ({ kind, class: depth }: SlaRule): string => {
  if (kind === null) return 'Semua'
  return depth === null ? caseKinds[kind] : `${caseKinds[kind]}, ${caseClasses[depth].toLowerCase()}`
}

function AddHoliday({ input, errors }: Props): JSX.Element {
  return (
    <Section title="Tambah hari libur">
      <Form action={casePaths.holidays.href()} errors={errors} submit="Tambah hari libur">
        <p>Batas waktu semua kasus yang masih berjalan dihitung ulang; hitungan lama disimpan beserta alasannya.</p>
        <Field name="day" label="Tanggal libur" type="date" required value={input.day} />
        <Select name="kind" label="Jenis" value={input.kind} options={Object.entries(dayOffKinds)} />
        <Field name="name" label="Nama hari libur" required value={input.name} />
        <Field
          name="decree"
          label="Nomor keputusan"
          required
          value={input.decree}
          hint="Misalnya Keppres atau SKB beserta nomornya."
        />
        <Field name="from" label="Tanggal keputusan" type="date" required value={input.from} />
      </Form>
    </Section>
  )
}
