import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Hidden, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { channelPaths } from '../paths.ts'
import type { Post } from '../post.ts'

interface Props {
  frame: Frame
  post: Post
  reason?: string
  errors?: FieldErrors
}

/** The way past the approval, for what cannot wait. */
export function EmergencyPage({ frame, post, reason, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Kirim darurat tanpa persetujuan">
      <Notice tone="warn" title="Hanya untuk yang tidak dapat menunggu">
        <p>
          Misalnya peringatan banjir. Siaran langsung dikirim, alasan Anda tercatat dalam laporan bulanan, dan orang
          lain memeriksanya sesudahnya. Embargo tetap berlaku.
        </p>
      </Notice>
      <p class="preview-text">{post.text}</p>
      <Form
        action={channelPaths.emergency.href({ id: post.id })}
        errors={errors}
        submit="Kirim sekarang tanpa persetujuan"
        kind="danger"
        refusedTitle="Belum dikirim"
      >
        <Hidden name="version" value={post.version} />
        <TextArea name="emergencyReason" label="Mengapa tidak dapat menunggu" value={reason} rows={3} required />
      </Form>
      <p>
        <a href={channelPaths.post.href({ id: post.id })}>Kembali ke siaran</a>
      </p>
    </StaffPage>
  )
}
