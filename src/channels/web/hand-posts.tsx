import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatNumber } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Fold } from '../../platform/ui/fold.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { NotedPost } from '../find-hand-posts.ts'
import type { HandPostInput } from '../hand-post.ts'
import { channelPaths } from '../paths.ts'
import { themes } from '../post.ts'
import { firstWords } from './first-words.ts'

interface Props {
  accountId: string
  posts: readonly NotedPost[]
  mayNote: boolean
  input: HandPostInput | undefined
  errors: FieldErrors
}

/** Posts of an account that are not sent from here. */
export function HandPosts({ accountId, posts, mayNote, input, errors }: Props): JSX.Element {
  return (
    <Section title="Siaran yang dicatat">
      {mayNote && (
        <>
          <Fold title="Catat siaran" open={input !== undefined || Object.keys(errors).length > 0}>
            <NoteForm accountId={accountId} input={input} errors={errors} />
          </Fold>
          <p>
            <ButtonLink href={channelPaths.postImports.href({ id: accountId })}>Impor dari CSV</ButtonLink>
          </p>
        </>
      )}
      <Table
        caption="Siaran terbaru di atas"
        rows={posts}
        columns={[
          { head: 'Isi', cell: ({ text, url }) => (url ? <a href={url}>{firstWords(text)}</a> : firstWords(text)) },
          { head: 'Tanggal', cell: ({ day }) => <OnDay day={day} /> },
          { head: 'Tema', cell: ({ theme }) => themes[theme] },
          { head: 'Suka', cell: ({ likes }) => shown(likes), numeric: true },
          { head: 'Komentar', cell: ({ comments }) => shown(comments), numeric: true },
          { head: 'Dibagikan', cell: ({ shares }) => shown(shares), numeric: true },
          { head: 'Dilihat', cell: ({ views }) => shown(views), numeric: true },
        ]}
        empty={
          <Empty title="Belum ada siaran yang dicatat">
            Akun tanpa siaran selama batas hari mati suri terlihat di daftar kanal dan di laporan bulanan.
          </Empty>
        }
      />
    </Section>
  )
}

const shown = (count: number | null): string => (count === null ? '–' : formatNumber(count))

function NoteForm({ accountId, input, errors }: Pick<Props, 'accountId' | 'input' | 'errors'>): JSX.Element {
  return (
    <Form action={channelPaths.handPosts.href({ id: accountId })} errors={errors} submit="Catat siaran" kind="plain">
      <Field name="day" label="Tanggal siaran" type="date" value={input?.day} required />
      <Field name="url" label="Tautan" type="url" value={input?.url} hint="Tautan yang sama memperbarui catatannya" />
      <TextArea name="text" label="Isi" value={input?.text} rows={3} required />
      <Select
        name="theme"
        label="Tema"
        value={input?.theme}
        options={[['', 'Pilih tema'], ...Object.entries(themes)]}
        required
      />
      <Field name="likes" label="Suka" value={input?.likes} inputMode="numeric" />
      <Field name="comments" label="Komentar" value={input?.comments} inputMode="numeric" />
      <Field name="shares" label="Dibagikan" value={input?.shares} inputMode="numeric" />
      <Field name="views" label="Dilihat" value={input?.views} inputMode="numeric" />
    </Form>
  )
}
