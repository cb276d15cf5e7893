import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CheckList } from '../../platform/ui/check-list.tsx'
import { Field, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { AnnouncementInput } from '../announcement.ts'
import { channelPaths } from '../paths.ts'
import type { Post } from '../post.ts'

interface Props {
  frame: Frame
  post: Post
  agencies: readonly (readonly [id: string, name: string])[]
  input: AnnouncementInput
  errors?: FieldErrors
}

export function NewAnnouncementPage({ frame, post, agencies, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Umumkan ke seluruh kota">
      <p>
        Siaran @{post.handle}. Setiap perangkat daerah yang dipilih mendapat tugas di Beranda untuk menulis dengan
        kata-kata sendiri atau membagikannya di X.
      </p>
      <p class="preview-text">{post.text}</p>
      <Form action={channelPaths.newAnnouncement.href({ id: post.id })} errors={errors} submit="Umumkan">
        <TextArea
          name="points"
          label="Pokok yang tidak boleh hilang"
          value={input.points}
          rows={4}
          required
          hint="Misalnya tanggal, tempat, syarat. Bukan teks untuk disalin."
        />
        <Field name="untilDay" label="Ditindaklanjuti paling lambat" type="date" value={input.untilDay} required />
        <CheckList name="agencyIds" label="Perangkat daerah" options={agencies} checked={input.agencyIds} />
      </Form>
    </StaffPage>
  )
}
