import { readCsv } from '../platform/csv/read-csv.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import type { Upload } from '../platform/http/route.ts'
import { isId, newId } from '../platform/id.ts'
import { conflict, invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import type { SocialAccount } from './account.ts'
import { findAccount } from './find-accounts.ts'
import { type HandPost, keyOf, readHandPost } from './hand-post.ts'
import { refuseNoting, saveHandPost } from './note-post.ts'
import { themes } from './post.ts'
import './data/hand-tables.ts'

export const mostPostRows = 2000
const mostBytes = 5 * 1024 * 1024

/** The first four must be there. */
const heads = ['tanggal', 'isi', 'tautan', 'tema', 'suka', 'komentar', 'dibagikan', 'dilihat'] as const
type Head = (typeof heads)[number]
const needed: readonly Head[] = ['tanggal', 'isi', 'tautan', 'tema']
export const postHeads = heads.join(', ')

/** One line of a file: what would become of it, or why nothing. */
export interface PostRow {
  line: number
  act: 'new' | 'changed' | 'same' | 'refused'
  why?: string
  post?: HandPost
}

export interface PostImport {
  id: string
  account: SocialAccount
  filename: string
  madeAt: Date
  madeBy: string
  confirmedAt: Date | null
  /** As it stands now; as it was done, once confirmed. */
  rows: PostRow[]
}

/** Reads a file of posts and their figures; nothing is noted until `confirmPosts`. Error under `file`. */
export async function previewPosts(
  ctx: Ctx,
  { accountId, file }: { accountId: string; file: Upload | undefined },
): Promise<{ id: string } | Refusal> {
  const account = await findAccount(ctx, accountId)
  const refusal = refuseNoting(ctx, account)
  if (refusal) return refusal
  if (!file) return invalid({ file: 'Pilih berkas CSV lebih dulu.' })
  if (file.bytes.length > mostBytes) return invalid({ file: 'Berkas paling besar 5 MB. Bagi menjadi beberapa berkas.' })
  const reading = await readCsv(file.bytes, {
    columns: placesOf,
    maxRows: mostPostRows,
    maxCell: 5000,
    formulas: 'keep',
  })
  if ('problem' in reading) return invalid({ file: reading.problem })
  const today = dayInWib(ctx.now)
  const rows = reading.rows.map(({ line, cells, wrong }): PostRow => {
    const read = readHandPost({ ...inputOf(cells) }, today)
    if (wrong !== null) return { line, act: 'refused', why: wrong }
    return 'post' in read
      ? { line, act: 'new', post: read.post }
      : { line, act: 'refused', why: Object.values(read.errors).join(' ') }
  })
  const id = newId()
  await ctx.db
    .insertInto('hand_post_import')
    .values({
      id,
      account_id: account.id,
      filename: file.filename.slice(0, 200),
      rows: JSON.stringify(rows),
      made_at: ctx.now,
      made_by: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
      confirmed_at: null,
    })
    .execute()
  return { id }
}

function placesOf(head: readonly string[]): { places: Map<Head, number> } | { problem: string } {
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { problem: `Kolom ${missing.join(', ')} tidak ada. Judul kolom di baris pertama: ${postHeads}.` }
  return { places: new Map(heads.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)]] : []))) }
}

/** Themes by their Indonesian name. */
const themeNamed = (text: string): string =>
  Object.entries(themes).find(([id, name]) => [id, name.toLowerCase()].includes(text.trim().toLowerCase()))?.[0] ?? text

const inputOf = (cells: Partial<Record<Head, string>>) => ({
  day: cells.tanggal ?? '',
  text: cells.isi ?? '',
  url: cells.tautan ?? '',
  theme: themeNamed(cells.tema ?? ''),
  likes: cells.suka ?? '',
  comments: cells.komentar ?? '',
  shares: cells.dibagikan ?? '',
  views: cells.dilihat ?? '',
})

/** Throws `Missing`, also for who may not note posts of the account. */
export async function findPostImport(ctx: Ctx, input: { accountId: string; id: string }): Promise<PostImport> {
  const account = await findAccount(ctx, input.accountId)
  const row =
    isId(input.id) && refuseNoting(ctx, account)?.refusal !== 'forbidden'
      ? await ctx.db
          .selectFrom('hand_post_import')
          .selectAll()
          .where('id', '=', input.id)
          .where('account_id', '=', account.id)
          .executeTakeFirst()
      : undefined
  if (!row) throw new Missing(`import ${input.id}`)
  const rows = row.rows as PostRow[]
  return {
    id: row.id,
    account,
    filename: row.filename,
    madeAt: row.made_at,
    madeBy: row.made_by,
    confirmedAt: row.confirmed_at,
    rows: row.confirmed_at === null ? await compared(ctx, account.id, rows) : rows,
  }
}

/** What each line would do, also beside the lines before it. */
async function compared(ctx: Ctx, accountId: string, rows: readonly PostRow[]): Promise<PostRow[]> {
  const known = await ctx.db
    .selectFrom('hand_post')
    .select(['key', 'day', 'text', 'url', 'theme', 'likes', 'comments', 'shares', 'views'])
    .where('account_id', '=', accountId)
    .execute()
  const said = new Map(known.map(({ key, url, ...post }) => [key, wordsOf({ ...post, url: url ?? '' })]))
  return rows.map((row) => {
    if (!row.post) return row
    const key = keyOf(row.post)
    const before = said.get(key)
    const now = wordsOf(row.post)
    said.set(key, now)
    return { ...row, act: before === undefined ? 'new' : before === now ? 'same' : 'changed' }
  })
}

/** The link is what tells posts apart; how it is written does not matter. */
const wordsOf = ({
  day,
  text,
  theme,
  likes,
  comments,
  shares,
  views,
}: Omit<HandPost, 'theme'> & { theme: string | null }) =>
  JSON.stringify([day, text, theme, likes, comments, shares, views])

/** Notes what the file says. Twice is the same as once. */
export async function confirmPosts(ctx: Ctx, input: { accountId: string; id: string }): Promise<PostImport | Refusal> {
  const done = await transaction(ctx, async (ctx) => {
    const found = await findPostImport(ctx, input)
    const refusal = refuseNoting(ctx, found.account)
    if (refusal) return refusal
    const confirmed = await ctx.db
      .updateTable('hand_post_import')
      .set({ confirmed_at: ctx.now, rows: JSON.stringify(found.rows) })
      .where('id', '=', found.id)
      .where('confirmed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!confirmed) return conflict('Berkas ini sudah dicatat.')
    for (const { post, act } of found.rows) if (post && act !== 'same') await saveHandPost(ctx, found.account, post)
    const count = (act: PostRow['act']) => found.rows.filter((row) => row.act === act).length
    await record(ctx, 'posts.imported', {
      thing: 'account',
      id: found.account.id,
      agencyId: found.account.agencyId,
      after: { file: found.filename, new: count('new'), changed: count('changed'), refused: count('refused') },
    })
    return found
  })
  return isRefusal(done) ? done : findPostImport(ctx, input)
}
