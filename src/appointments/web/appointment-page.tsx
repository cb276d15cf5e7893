import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { PostButton } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Check, Field, Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { Appointment } from '../appointment.ts'
import { appointmentPaths } from '../paths.ts'
import { titleOf } from './appointments-page.tsx'

interface Props {
  frame: Frame
  appointment: Appointment
  mayChange: boolean
  /** Why the account is locked; null: it is not. */
  lock: string | null
  input: { from: string; to: string; decree: string; acting: boolean; reason: string }
  errors?: FieldErrors
}

export function AppointmentPage({ frame, appointment: a, mayChange, lock, input, errors }: Props): JSX.Element {
  const agency = a.agencyId
  return (
    <StaffPage frame={frame} title={`${titleOf(a)}: ${a.personName}`}>
      {agency !== null && (
        <p>
          <a href={appointmentPaths.appointments.href({ agency })}>Semua jabatan</a>
        </p>
      )}
      <Facts
        items={[
          ['Mulai', formatDay(a.from)],
          ['Sampai sebelum', a.to === null ? 'belum ditentukan' : formatDay(a.to)],
          ['Dasar', a.decree],
        ]}
      />
      {lock !== null && (
        <Section title="Akun dikunci">
          <p>Alasan: {lock}.</p>
          <PostButton action={appointmentPaths.unlocking.href({ id: a.id })} label="Buka akun" />
        </Section>
      )}
      {frame.may('person.erase') && a.to !== null && (
        <Section title="Data pribadi">
          <p>
            Surel, kata sandi, dan cara masuk dihapus setelah masa simpan berakhir. Nama dan masa jabatan tetap
            tersimpan sebagai catatan dinas.
          </p>
          <PostButton action={appointmentPaths.erasure.href({ id: a.id })} label="Hapus data pribadi" kind="danger" />
        </Section>
      )}
      {mayChange && (
        <Section title="Ubah atau akhiri">
          <Form action={appointmentPaths.appointment.href({ id: a.id })} errors={errors} submit="Simpan perubahan">
            <Hidden name="version" value={a.version} />
            <Field name="from" label="Mulai" type="date" value={input.from} required />
            <Field
              name="to"
              label="Sampai sebelum"
              type="date"
              value={input.to}
              hint="Hari pertama jabatan ini tidak lagi dipegang. Kosongkan bila belum berakhir."
            />
            <Field name="decree" label="Nomor keputusan" value={input.decree} />
            {a.role === 'head' && <Check name="acting" label="Pelaksana Tugas (Plt.)" checked={input.acting} />}
            <Field name="reason" label="Alasan perubahan" value={input.reason} required />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}
