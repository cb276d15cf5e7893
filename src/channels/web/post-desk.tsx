import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, FileField, Hidden, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { mostPictures } from '../add-post-picture.ts'
import { channelPaths } from '../paths.ts'
import type { Post } from '../post.ts'
import { wibText } from '../post-schedule.ts'
import type { PostInput } from '../post-text.ts'
import { PictureWords, PostForm } from './post-form.tsx'
import type { PostPageProps } from './post-page.tsx'

interface Props extends PostPageProps {
  /** This post and those that go out after it. */
  unsent: readonly Post[]
  errors: FieldErrors
}

/** The forms below a post: give it back, another time, change, add a picture. */
export function PostDesk(props: Props): JSX.Element {
  const { post, possible, typed, errors, unsent, parts, messages } = props
  const errorsOf = (form: string): FieldErrors => (typed?.form === form ? errors : {})
  return (
    <>
      {possible.approve && (
        <Section title="Kembalikan kepada penulis">
          <Form
            action={channelPaths.return.href({ id: post.id })}
            errors={errorsOf('return')}
            submit="Kembalikan"
            kind="plain"
          >
            <Hidden name="version" value={post.version} />
            <TextArea
              name="reason"
              label="Yang perlu diperbaiki"
              value={typed?.form === 'return' ? typed.reason : ''}
              rows={3}
              required
            />
          </Form>
        </Section>
      )}
      {possible.decide && (
        <Section title="Jadwalkan lagi">
          <Form
            action={channelPaths.rescheduling.href({ id: post.id })}
            errors={errorsOf('reschedule')}
            submit="Jadwalkan lagi"
            kind="plain"
          >
            <Hidden name="version" value={post.version} />
            <Field
              name="scheduledFor"
              label="Jadwal kirim (WIB)"
              type="datetime-local"
              value={typed?.form === 'reschedule' ? typed.scheduledFor : ''}
              required
            />
          </Form>
        </Section>
      )}
      {possible.change && (
        <Section title="Ubah">
          {post.state !== 'draft' && (
            <p>Setiap perubahan mengembalikan siaran ini menjadi draf dan membatalkan persetujuan.</p>
          )}
          {post.part > 1 && <p>Bagian yang sudah terbit tetap seperti adanya; yang diubah hanya sisanya.</p>}
          <PostForm
            action={channelPaths.post.href({ id: post.id })}
            version={post.version}
            input={typed?.form === 'change' ? typed.input : inputOf(post, unsent)}
            parts={Math.max(parts, unsent.length)}
            messages={messages}
            errors={errorsOf('change')}
          />
        </Section>
      )}
      {possible.change && <AddPicture {...props} errors={errorsOf('picture')} />}
    </>
  )
}

const inputOf = (post: Post, unsent: readonly Post[]): PostInput => ({
  text: post.text,
  rest: unsent.slice(1).map(({ text }) => text),
  theme: post.theme ?? '',
  scheduledFor: wibText(post.scheduledFor),
  embargoUntil: wibText(post.embargoUntil),
  newsUrl: post.newsUrl ?? '',
  contentId: post.contentId ?? '',
  announcementId: post.announcementId ?? '',
  nationalMessageId: post.nationalMessageId ?? '',
})

function AddPicture({ post, unsent, typed, errors }: Props): JSX.Element | null {
  const room = unsent.filter(({ pictures }) => pictures.length < mostPictures)
  if (room.length === 0) return null
  const kept = typed?.form === 'picture' ? typed : undefined
  return (
    <Section title="Tambah gambar">
      <Form
        action={channelPaths.pictures.href({ id: post.id })}
        errors={errors}
        submit="Tambah gambar"
        kind="plain"
        files
      >
        <Hidden name="version" value={post.version} />
        {unsent.length > 1 ? (
          <Select
            name="partId"
            label="Pada bagian"
            options={room.map(({ id, part }) => [id, `Bagian ${part}`] as const)}
          />
        ) : (
          <Hidden name="partId" value={post.id} />
        )}
        <FileField
          name="picture"
          label="Gambar"
          accept="image/jpeg,image/png,image/webp"
          hint={`Paling besar 5 MB; paling banyak ${mostPictures} gambar tiap bagian.`}
          required
        />
        <PictureWords alt={kept?.alt} decorative={kept?.decorative} />
      </Form>
    </Section>
  )
}
