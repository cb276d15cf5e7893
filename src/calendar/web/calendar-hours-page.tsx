import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { Check, Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { AgencyTurn, CalendarHours } from '../find-calendars.ts'
import { weekdayNames } from '../interval-text.ts'
import type { HoursInput, KeptHours } from '../office-hours.ts'
import { calendarPaths } from '../paths.ts'
import type { Draft } from './calendar-forms.tsx'
import { WeekLines, weekWords } from './hours-page.tsx'

interface Props {
  frame: Frame
  calendar: CalendarHours
  turns: readonly AgencyTurn[]
  mayManage: boolean
  draft: Draft<HoursInput>
  /** Why these hours were not withdrawn. */
  kept?: { id: string; reason: string; errors: FieldErrors }
}

export function CalendarHoursPage({ frame, calendar, turns, mayManage, draft, kept }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title={`Jam kerja: ${calendar.name}`}>
      {turns.length > 0 && (
        <p>
          Dipakai oleh {turns.map(({ agencyName, from }) => `${agencyName} (sejak ${formatDay(from)})`).join(', ')}.
        </p>
      )}
      <Table
        caption="Jam kerja; yang mempunyai hari terakhir mendahului yang berlaku seterusnya"
        rows={calendar.hours}
        empty={<p>Kalender ini belum mempunyai jam kerja, maka tidak ada hari kerja.</p>}
        columns={[
          { head: 'Nama', cell: (one) => one.name },
          { head: 'Berlaku', cell: (one) => rangeWords(one) },
          {
            head: 'Jam kerja',
            cell: (one) => (
              <>
                <WeekLines hours={one} />
                <p>
                  {weekWords(one)} sepekan; cuti bersama {one.jointLeaveIsOff ? 'libur' : 'masuk'}.
                </p>
              </>
            ),
          },
          { head: 'Dasar', cell: (one) => one.basis },
        ]}
      />
      {mayManage && (
        <>
          <Section title="Tambah jam kerja">
            <HoursForm calendar={calendar} draft={draft} />
          </Section>
          {calendar.hours.length > 1 && (
            <Section title="Cabut jam kerja yang keliru">
              <p>Jam kerja yang dicabut tidak dihitung lagi, juga untuk hari yang sudah lewat.</p>
              {calendar.hours.map((one) => (
                <WithdrawalForm
                  key={one.id}
                  calendar={calendar}
                  hours={one}
                  kept={kept?.id === one.id ? kept : undefined}
                />
              ))}
            </Section>
          )}
        </>
      )}
    </StaffPage>
  )
}

function HoursForm({ calendar, draft }: Pick<Props, 'calendar' | 'draft'>): JSX.Element {
  const { fields, errors } = draft
  return (
    <Form
      action={calendarPaths.calendarHours.href({ calendar: calendar.id })}
      errors={errors}
      submit="Tambah jam kerja"
    >
      <p>Batas waktu semua kasus yang masih berjalan dihitung ulang; hitungan lama disimpan beserta alasannya.</p>
      <Field
        name="name"
        label="Nama"
        required
        value={fields.name}
        hint="Misalnya Ramadan 2028, atau Jam kerja biasa."
      />
      <Field name="from" label="Hari pertama" type="date" required value={fields.from} />
      <Field
        name="to"
        label="Hari terakhir"
        type="date"
        value={fields.to}
        hint="Kosongkan bila berlaku seterusnya. Yang mempunyai hari terakhir, seperti Ramadan, mendahului yang lain."
      />
      {Object.entries(weekdayNames).map(([day, name]) => (
        <Field
          key={day}
          name={`hari-${day}`}
          label={name}
          value={fields.week[day]}
          hint={day === '1' ? 'Tulis 07.30-12.00, 13.00-16.00; kosong berarti tutup.' : undefined}
        />
      ))}
      <Check name="jointLeaveIsOff" label="Cuti bersama adalah hari libur" checked={fields.jointLeaveIsOff} />
      <Field
        name="basis"
        label="Dasar"
        required
        value={fields.basis}
        hint="Peraturan atau edaran yang menetapkannya."
      />
    </Form>
  )
}

function WithdrawalForm(props: { calendar: CalendarHours; hours: KeptHours; kept: Props['kept'] }): JSX.Element {
  const { calendar, hours, kept } = props
  return (
    <Form
      action={calendarPaths.hoursWithdrawal.href({ calendar: calendar.id, id: hours.id })}
      errors={kept?.errors}
      submit={`Cabut ${hours.name}`}
      kind="danger"
      refusedTitle="Belum dicabut"
    >
      <Field name="reason" label={`Alasan mencabut ${hours.name}`} required value={kept?.reason} />
    </Form>
  )
}

const rangeWords = ({ from, to }: KeptHours): string => `${formatDay(from)} sampai ${to ? formatDay(to) : 'seterusnya'}`
