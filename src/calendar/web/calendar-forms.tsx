import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { dayOffKinds } from '../holiday.ts'
import { calendarPaths } from '../paths.ts'

/** Input kept from a form that was refused. */
export interface CalendarDraft {
  form: 'holiday' | 'year'
  errors: FieldErrors
  fields: Readonly<Record<string, string>>
}

interface Props {
  draft: CalendarDraft | undefined
}

const of = (draft: CalendarDraft | undefined, form: CalendarDraft['form']) => ({
  value: (name: string): string => (draft?.form === form ? (draft.fields[name] ?? '') : ''),
  errors: draft?.form === form ? draft.errors : undefined,
})

export function HolidayForm({ draft }: Props): JSX.Element {
  const { value, errors } = of(draft, 'holiday')
  return (
    <Form action={calendarPaths.holidays.href()} errors={errors} submit="Tambah hari libur">
      <p>Batas waktu semua kasus yang masih berjalan dihitung ulang; hitungan lama disimpan beserta alasannya.</p>
      <Field name="day" label="Tanggal libur" type="date" required value={value('day')} />
      <Select name="kind" label="Jenis" value={value('kind') || 'national'} options={Object.entries(dayOffKinds)} />
      <Field name="name" label="Nama hari libur" required value={value('name')} />
      <Field
        name="decree"
        label="Nomor keputusan"
        required
        value={value('decree')}
        hint="Misalnya Keppres atau SKB beserta nomornya."
      />
      <Field name="from" label="Tanggal keputusan" type="date" required value={value('from')} />
    </Form>
  )
}

/** `next`: the first year that nobody can count in yet. */
export function YearForm({ draft, next }: Props & { next: number }): JSX.Element {
  const { value, errors } = of(draft, 'year')
  return (
    <Form action={calendarPaths.holidayYears.href()} errors={errors} submit="Catat keputusan">
      <p>Tanpa keputusan tahun {next}, batas waktu yang jatuh pada tahun itu belum dapat dihitung.</p>
      <Field name="year" label="Tahun" type="number" required value={value('year') || next} />
      <Field name="decree" label="Nomor keputusan" required value={value('decree')} />
      <Field name="from" label="Tanggal keputusan" type="date" required value={value('from')} />
      <TextArea
        name="list"
        label="Daftar hari libur"
        required
        rows={10}
        value={value('list')}
        hint={`Satu baris satu hari: tanggal; jenis; nama. Misalnya: 1 Januari ${next}; nasional; Tahun Baru ${next} Masehi`}
      />
    </Form>
  )
}
