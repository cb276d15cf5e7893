import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatNumber } from '../../platform/time.ts'
import { At, OnDay } from '../../platform/ui/at.tsx'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { FileField } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { platforms, type SocialAccount } from '../account.ts'
import { mostPostRows, type PostImport, type PostRow, postHeads } from '../import-posts.ts'
import { channelPaths } from '../paths.ts'
import { firstWords } from './first-words.ts'

interface UploadProps {
  frame: Frame
  account: SocialAccount
  errors?: FieldErrors
}

export function PostUploadPage({ frame, account, errors }: UploadProps): JSX.Element {
  return (
    <StaffPage frame={frame} title={`Impor siaran ${platforms[account.platform]} @${account.handle}`}>
      <p>
        Satu baris satu siaran, dengan judul kolom: {postHeads}. Empat yang pertama harus ada. Siaran dengan tautan yang
        sama tidak dicatat dua kali; angkanya diperbarui.
      </p>
      {errors?.[''] && <Notice tone="bad">{errors['']}</Notice>}
      <Form action={channelPaths.postImports.href({ id: account.id })} errors={errors} submit="Lihat pratinjau" files>
        <FileField
          name="file"
          label="Berkas CSV"
          accept=".csv,text/csv"
          hint={`Paling banyak ${formatNumber(mostPostRows)} baris dan 5 MB. Belum ada yang dicatat sebelum Anda menyetujui pratinjaunya.`}
          required
        />
      </Form>
    </StaffPage>
  )
}

const acts: Readonly<Record<PostRow['act'], readonly [words: string, tone: Tone]>> = {
  refused: ['Ditolak', 'bad'],
  new: ['Baru', 'info'],
  changed: ['Diperbarui', 'info'],
  same: ['Tetap', 'quiet'],
}
const order = Object.keys(acts) as PostRow['act'][]
/** Nobody reads more in one table; the figures above it count all. */
const shownRows = 200

interface ImportProps {
  frame: Frame
  shown: PostImport
  errors?: FieldErrors
}

export function PostImportPage({ frame, shown, errors }: ImportProps): JSX.Element {
  const { id, account, filename, madeAt, madeBy, rows, confirmedAt } = shown
  const todo = rows.filter(({ act }) => act === 'new' || act === 'changed').length
  const sorted = rows.toSorted((a, b) => order.indexOf(a.act) - order.indexOf(b.act) || a.line - b.line)
  return (
    <StaffPage
      frame={frame}
      title={confirmedAt === null ? 'Pratinjau impor siaran' : 'Impor siaran'}
      actions={
        confirmedAt === null && todo > 0 ? (
          <PostButton
            action={channelPaths.postImport.href({ id: account.id, import: id })}
            label={`Catat ${formatNumber(todo)} siaran`}
            kind="main"
          />
        ) : (
          <ButtonLink href={channelPaths.account.href({ id: account.id })}>Ke halaman akun</ButtonLink>
        )
      }
    >
      {errors?.[''] && <Notice tone="bad">{errors['']}</Notice>}
      <p>
        Berkas {filename} untuk {platforms[account.platform]} @{account.handle}, diunggah {madeBy},{' '}
        <At instant={madeAt} />.
      </p>
      <p>{countWords(rows)}</p>
      {confirmedAt === null && todo === 0 && <Notice tone="info">Tidak ada yang akan dicatat.</Notice>}
      <Table
        caption={`${formatNumber(rows.length)} baris${rows.length > shownRows ? `, ${shownRows} yang pertama` : ''}, yang ditolak di atas`}
        rows={sorted.slice(0, shownRows)}
        columns={[
          { head: 'Baris', cell: ({ line }) => formatNumber(line) },
          { head: 'Hasil', cell: ({ act }) => <Badge tone={acts[act][1]}>{acts[act][0]}</Badge> },
          { head: 'Siaran', cell: (row) => row.why ?? (row.post && firstWords(row.post.text)) },
          { head: 'Tanggal', cell: ({ post }) => post && <OnDay day={post.day} /> },
        ]}
      />
    </StaffPage>
  )
}

/** `3 baru, 1 ditolak.` */
function countWords(rows: readonly PostRow[]): string {
  const counts = order.map((act) => [rows.filter((row) => row.act === act).length, acts[act][0]] as const)
  return `${counts.flatMap(([n, words]) => (n > 0 ? [`${formatNumber(n)} ${words.toLowerCase()}`] : [])).join(', ')}.`
}
