import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Hidden, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { channelPaths } from '../paths.ts'
import { type Post, type PostInput, themes } from '../post.ts'
import { postLength, postLimit } from '../post-length.ts'
import { PostForm } from './post-form.tsx'
import { PostBadge } from './state-badge.tsx'

/** What this person may do with this post now. */
export interface Possible {
  change: boolean
  submit: boolean
  approve: boolean
  sendAgain: boolean
}

interface Props {
  frame: Frame
  post: Post
  possible: Possible
  /** What was typed, when it is shown again with errors. */
  input?: PostInput
  reason?: string
  errors?: FieldErrors
}

export function PostPage({ frame, post, possible, input, reason, errors = {} }: Props): JSX.Element {
  const { weight } = postLength(post.text)
  const title = post.purpose === 'broadcast' ? `Siaran @${post.handle}` : `Jawaban @${post.handle}`
  return (
    <StaffPage frame={frame} title={title} actions={<Actions post={post} possible={possible} />}>
      {!input && reason === undefined && <Errors errors={errors} />}
      {post.reason && (
        <Notice tone={post.state === 'refused' || post.state === 'not-sent' ? 'bad' : 'warn'} title="Catatan">
          <p>{post.reason}</p>
          {post.state === 'not-sent' && !possible.sendAgain && <p>Pemeriksa dapat mengirimnya lagi tanpa perubahan.</p>}
          {post.byHandUrl && <ButtonLink href={post.byHandUrl}>Jawab langsung di X</ButtonLink>}
        </Notice>
      )}
      <Facts items={facts(post, weight)} />
      <Section title="Isi">
        <p class="said-text">{post.text}</p>
        {post.picture && <img src={channelPaths.picture.href({ id: post.id })} alt={post.picture.alt} width="480" />}
      </Section>
      {possible.approve && (
        <Section title="Kembalikan kepada penulis">
          <Form
            action={channelPaths.return.href({ id: post.id })}
            errors={reason === undefined ? {} : errors}
            submit="Kembalikan"
          >
            <Hidden name="version" value={post.version} />
            <TextArea name="reason" label="Yang perlu diperbaiki" value={reason} rows={3} required />
          </Form>
        </Section>
      )}
      {possible.change && (
        <Section title="Ubah">
          {post.state !== 'draft' && (
            <p>Setiap perubahan mengembalikan siaran ini menjadi draf dan membatalkan persetujuan.</p>
          )}
          <PostForm
            action={channelPaths.post.href({ id: post.id })}
            post={post}
            input={input ?? { text: post.text, theme: post.theme ?? '', pictureAlt: post.picture?.alt ?? '' }}
            errors={input ? errors : {}}
          />
        </Section>
      )}
    </StaffPage>
  )
}

function facts(post: Post, weight: number): [string, ComponentChildren][] {
  return [
    ['Keadaan', <PostBadge state={post.state} />],
    ['Sejak', <At instant={post.stateSince} />],
    ['Tema', post.theme && themes[post.theme]],
    ['Panjang', `${weight} dari ${postLimit}`],
    ['Penulis', post.authorName],
    ['Disetujui oleh', post.approverName],
    ['Terbit', post.publishedAt && <At instant={post.publishedAt} />],
    ['Di X', post.url && <a href={post.url}>{post.url}</a>],
  ]
}

function Actions({ post, possible }: { post: Post; possible: Possible }): JSX.Element {
  const params = { id: post.id }
  const fields = { version: post.version }
  return (
    <>
      {possible.submit && (
        <PostButton
          action={channelPaths.submission.href(params)}
          label="Ajukan persetujuan"
          kind="main"
          fields={fields}
        />
      )}
      {possible.approve && (
        <PostButton action={channelPaths.approval.href(params)} label="Setujui dan kirim" kind="main" fields={fields} />
      )}
      {possible.sendAgain && (
        <PostButton action={channelPaths.resending.href(params)} label="Kirim lagi" kind="main" fields={fields} />
      )}
    </>
  )
}

function Errors({ errors }: { errors: FieldErrors }): JSX.Element {
  return (
    <>
      {Object.values(errors).map((words) => (
        <Notice key={words} tone="bad" title="Belum dapat diproses">
          <p>{words}</p>
        </Notice>
      ))}
    </>
  )
}
