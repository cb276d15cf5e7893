import type { Ctx } from '../platform/ctx.ts'
import { job, later } from '../platform/queue/queue.ts'
import { formatTime } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, type ChannelAnswer, type ChannelError, freshly } from './ask-x.ts'
import { forgetReads } from './charge-call.ts'
import './data/tables.ts'
import { findAccount } from './find-accounts.ts'
import { keepEvents } from './keep-events.ts'
import { keepGap } from './keep-gap.ts'
import { lookForWords } from './look-for-words.ts'
import { readAll } from './read-all.ts'
import { readOwnTimeline } from './read-own-timeline.ts'
import { resumeWithNewBudget } from './resume-calls.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { takeEvents } from './take-events.ts'
import { takeMentions } from './take-mentions.ts'
import { mentionsOf } from './x/client.ts'
import { firstIdAt, instantOf, type XPost } from './x/read-post.ts'

/** X reaches back so many mentions, 100 a page. */
const reach = 800

/**
 * Asks X for what was said to an account since the last look and takes it in, with what an earlier look or a push left
 * behind; then looks for answers given by hand.
 */
export async function lookForMentions(ctx: Ctx, { accountId }: { accountId: string }): Promise<void> {
  const account = await findAccount(ctx, accountId)
  if (account.state !== 'connected') return
  if (account.platform !== 'x') return lookForWords(ctx, account)
  await takeEvents(ctx, { accountId })
  const mark = await markOf(ctx, accountId)
  const answer = await readMentions(ctx, accountId, mark && (await overlapping(ctx, mark)))
  if (!answer.ok) return saveProblem(freshly(ctx), accountId, answer.error)
  const { posts, gap } = answer.value
  await takeMentions(freshly(ctx), account, posts)
  await transaction(freshly(ctx), async (ctx) => {
    await ctx.db
      .updateTable('social_account')
      .set({ polled_at: ctx.now, poll_not_before: null, poll_problem: null })
      .where('id', '=', accountId)
      .execute()
    if (gap && mark) await keepGap(ctx, account, { from: instantOf(mark), to: oldestOf(posts) })
  })
  await readOwnTimeline(freshly(ctx), accountId)
}

async function markOf(ctx: Ctx, accountId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('social_account')
    .select('mentions_until')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.mentions_until ?? undefined
}

/** X does not always show posts in their order: the last moments before the mark are read again, which costs nothing. */
async function overlapping(ctx: Ctx, mark: string): Promise<string> {
  const before = inSeconds(instantOf(mark), -(await secondsOf(ctx, 'look-overlap')))
  return BigInt(mark) > 2n ** 40n ? firstIdAt(before) : mark
}

const oldestOf = (posts: readonly XPost[]): Date =>
  new Date(Math.min(...posts.map(({ createdAt }) => createdAt.getTime())))

/** All back to the mark. Each page is kept at once: a look that breaks off half way has not been paid for in vain. */
async function readMentions(
  ctx: Ctx,
  accountId: string,
  sinceId: string | undefined,
): Promise<ChannelAnswer<{ posts: XPost[]; gap: boolean }>> {
  const all = await readAll(
    (start) => askX(ctx, accountId, (x, token, userId) => mentionsOf(x, token, userId, { sinceId, ...start })),
    { most: reach, keep: (posts) => keepEvents(freshly(ctx), accountId, posts, 'poll') },
  )
  return all.ok ? { ok: true, value: { posts: all.value, gap: all.value.length >= reach } } : all
}

/** A look that failed says nothing about mentions; the mark stays, the next look brings them. */
async function saveProblem(ctx: Ctx, accountId: string, error: ChannelError): Promise<void> {
  await ctx.db
    .updateTable('social_account')
    .set({
      poll_problem: inWords(error),
      poll_not_before: error.kind === 'rate-limited' ? inSeconds(error.until, 5) : null,
    })
    .where('id', '=', accountId)
    .execute()
}

function inWords(error: ChannelError): string {
  if (error.kind === 'rate-limited')
    return `X sedang membatasi permintaan. Diperiksa lagi setelah pukul ${formatTime(error.until)} WIB.`
  if (error.kind === 'unauthorized' || error.kind === 'disconnected') return 'Akun perlu disambungkan lagi ke X.'
  if (error.kind === 'no-credit' || error.kind === 'halted')
    return 'Kredit atau anggaran aplikasi X habis, pemeriksaan berhenti.'
  if (error.kind === 'off') return 'Penghubung X belum diaktifkan.'
  if (error.kind === 'refused') return `X menolak: “${error.reason.slice(0, 200)}”`
  return 'X belum dapat dihubungi. Diperiksa lagi secara otomatis.'
}

export const mentionLook = job<{ accountId: string }>({
  name: 'channels.look',
  run: lookForMentions,
  concurrency: 4,
  retries: 1,
})

/** Every connected account whose window is open. */
async function lookEverywhere(ctx: Ctx): Promise<void> {
  await resumeWithNewBudget(ctx)
  await forgetReads(ctx)
  const accounts = await ctx.db
    .selectFrom('social_account')
    .select('id')
    .where('state', '=', 'connected')
    .where((where) => where.or([where('poll_not_before', 'is', null), where('poll_not_before', '<=', ctx.now)]))
    .execute()
  for (const { id } of accounts) await later(ctx, mentionLook, { accountId: id }, { onlyOne: id })
}

export const looking = job({ name: 'channels.look-everywhere', run: lookEverywhere })
