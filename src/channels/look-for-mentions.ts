import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { job, later } from '../platform/queue/queue.ts'
import { formatTime } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, type ChannelAnswer, type ChannelError, freshly } from './ask-x.ts'
import { findAccount } from './find-accounts.ts'
import { findAnswersByHand } from './find-answers-by-hand.ts'
import { inSeconds } from './setting.ts'
import { takeMentions } from './take-mentions.ts'
import { mentionsOf } from './x/client.ts'
import type { XPost } from './x/read-post.ts'
import './data/tables.ts'

/** X reaches back 800 mentions, 100 a page. */
const mostPages = 8

/** Asks X for what was said to an account since the last look, takes it in, and finds answers given by hand. */
export async function lookForMentions(ctx: Ctx, { accountId }: { accountId: string }): Promise<void> {
  const account = await findAccount(ctx, accountId)
  if (account.state !== 'connected') return
  const since = await markOf(ctx, accountId)
  const answer = await readMentions(ctx, accountId, since)
  if (!answer.ok) return saveProblem(freshly(ctx), accountId, answer.error)
  const { posts, gap } = answer.value
  await transaction(freshly(ctx), async (ctx) => {
    await takeMentions(ctx, account, posts)
    const pollProblem = gap
      ? 'Lebih dari 800 sebutan sejak pemeriksaan terakhir: yang terlama mungkin tidak terbaca.'
      : null
    await ctx.db
      .updateTable('social_account')
      .set({ polled_at: ctx.now, poll_not_before: null, poll_problem: pollProblem })
      .where('id', '=', accountId)
      .execute()
    if (gap)
      await record(ctx, 'messages.gap-possible', {
        thing: 'account',
        id: accountId,
        agencyId: account.agencyId,
        after: { since },
      })
  })
  await findAnswersByHand(freshly(ctx), accountId)
}

async function markOf(ctx: Ctx, accountId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('social_account')
    .select('mentions_until')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.mentions_until ?? undefined
}

/** All pages back to the mark. A page that brings nothing new ends it: tokens have been seen to repeat. */
async function readMentions(
  ctx: Ctx,
  accountId: string,
  sinceId: string | undefined,
): Promise<ChannelAnswer<{ posts: XPost[]; gap: boolean }>> {
  const seen = new Map<string, XPost>()
  let next: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await askX(ctx, accountId, (x, token, userId) => mentionsOf(x, token, userId, { sinceId, next }))
    if (!answer.ok) return answer
    const before = seen.size
    for (const post of answer.value.posts) seen.set(post.id, post)
    if (answer.value.next === null || seen.size === before)
      return { ok: true, value: { posts: [...seen.values()], gap: false } }
    next = answer.value.next
  }
  return { ok: true, value: { posts: [...seen.values()], gap: true } }
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
  if (error.kind === 'no-credit' || error.kind === 'halted') return 'Kredit aplikasi X habis, pemeriksaan berhenti.'
  if (error.kind === 'off') return 'Penghubung X belum diaktifkan.'
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
  const accounts = await ctx.db
    .selectFrom('social_account')
    .select('id')
    .where('state', '=', 'connected')
    .where((where) => where.or([where('poll_not_before', 'is', null), where('poll_not_before', '<=', ctx.now)]))
    .execute()
  for (const { id } of accounts) await later(ctx, mentionLook, { accountId: id }, { onlyOne: id })
}

export const looking = job({ name: 'channels.look-everywhere', run: lookEverywhere })
