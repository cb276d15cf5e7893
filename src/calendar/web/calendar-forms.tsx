import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { dayOffKinds, type HolidayInput } from '../holiday.ts'
import { calendarPaths } from '../paths.ts'

/** Input kept from a form that was refused. */
export interface Draft<Input> {
  errors: FieldErrors
  fields: Input
}

export function HolidayForm({ draft }: { draft: Draft<HolidayInput> | undefined }): JSX.Element {
  const value = (name: keyof HolidayInput): string => draft?.fields[name] ?? ''
  return (
    <Form action={calendarPaths.holidays.href()} errors={draft?.errors} submit="Tambah hari libur">
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
