import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, Radios, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { type HandoverInput, handedOver, type Post } from '../handover.ts'
import { appointmentPaths } from '../paths.ts'

interface Props {
  frame: Frame
  agency: Agency
  /** Posts this person may hand over, with who holds them today. */
  posts: readonly { post: Post; holder: string | null }[]
  input: HandoverInput
  errors?: FieldErrors
}

/** One form, one minute: who comes, from when. Who leaves is known. */
export function HandoverPage({ frame, agency, posts, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title={`Serah terima di ${agency.name}`}>
      <p>
        Pejabat baru menerima undangan lewat surel dan daftar yang menunggu. Draf yang belum selesai berpindah
        kepadanya; akun dan sesi pejabat lama berakhir. Berita acara dibuat otomatis dan dapat dicetak.
      </p>
      <Form action={appointmentPaths.handover.href({ agency: agency.id })} errors={errors} submit="Serah terimakan">
        <Radios
          name="post"
          label="Jabatan"
          value={input.post}
          required
          options={posts.map(({ post, holder }) => [post, `${handedOver[post]}: ${holder ?? 'kosong'}`] as const)}
        />
        <Field name="name" label="Nama pejabat baru" value={input.name} required />
        <Field name="email" label="Alamat surel pejabat baru" type="email" value={input.email} required />
        <Field name="day" label="Hari pertama pejabat baru" type="date" value={input.day} required />
        <Field name="decree" label="Nomor keputusan" value={input.decree} hint="Wajib untuk kepala" />
        <Check
          name="absent"
          label="Pejabat lama tidak dapat dihubungi"
          checked={input.absent}
          hint="Serah terima dilakukan sepihak dan tertulis demikian di berita acara."
        />
        <TextArea
          name="note"
          label="Catatan"
          value={input.note}
          rows={3}
          hint="Misalnya di mana kata sandi kanal disimpan"
        />
      </Form>
    </StaffPage>
  )
}
