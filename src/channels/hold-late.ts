import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { formatInstant } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { lockPost, savePostState } from './data/post-rows.ts'
import type { Post, WaitsFor } from './post.ts'
import { isLate } from './post-schedule.ts'
import { inSeconds, secondsOf } from './setting.ts'
import './data/tables.ts'

/** Broadcasts whose time went by too long ago are held for a person: never sent late without a word. */
export async function holdLatePosts(ctx: Ctx, accountId?: string): Promise<void> {
  await excuseBehindLimit(ctx)
  const lateAfter = await secondsOf(ctx, 'late-after')
  let query = ctx.db
    .selectFrom('post')
    .select('id')
    .where('state', '=', 'approved')
    .where('purpose', '<>', 'answer')
    .where('due_at', '<', inSeconds(ctx.now, -lateAfter))
    .where('waits_for', 'is distinct from', 'limit')
  if (accountId) query = query.where('account_id', '=', accountId)
  for (const { id } of await query.execute())
    await transaction(ctx, async (ctx) => {
      const post = await lockPost(ctx, id)
      if (post.state === 'approved' && isLate(post, ctx.now, lateAfter)) await holdPost(ctx, post, causeInWords(post))
    })
}

/** What stands behind a post that waits under X's limit waits for the limit too. */
const excuseBehindLimit = (ctx: Ctx): Promise<unknown> =>
  ctx.db
    .updateTable('post')
    .set({ waits_for: 'limit' })
    .where('state', '=', 'approved')
    .where('due_at', '<=', ctx.now)
    .where('waits_for', 'is distinct from', 'limit')
    .where('account_id', 'in', ({ selectFrom }) =>
      selectFrom('post').select('account_id').where('state', '=', 'approved').where('waits_for', '=', 'limit'),
    )
    .execute()

/** Stops a post until a person has decided. In a transaction. */
export async function holdPost(ctx: Ctx, post: Post, cause: string): Promise<void> {
  const reason = post.dueAt === null ? cause : `Seharusnya terkirim ${formatInstant(post.dueAt)}. ${cause}`
  await savePostState(ctx, post.id, { state: 'held', reason })
  await record(ctx, 'post.held', {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: { state: 'held', reason, dueAt: post.dueAt },
  })
}

const causes: Record<WaitsFor, string> = {
  limit: 'X sedang membatasi jumlah kiriman.',
  x: 'X tidak dapat dihubungi.',
  account: 'Akun belum tersambung ke X.',
  credit: 'Kredit aplikasi X habis.',
}

const causeInWords = ({ waitsFor }: Post): string =>
  waitsFor === null ? 'Pengirim tidak berjalan pada saat itu.' : causes[waitsFor]
