import type { Ctx } from '../platform/ctx.ts'
import { job, later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { findHalt } from './halt.ts'
import { holdLatePosts } from './hold-late.ts'
import { wakeAccount } from './release-post.ts'
import { saveOutcome } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { settling } from './settle-post.ts'
import { connectionOf } from './x/connection.ts'
import './data/tables.ts'

/** What was held up goes on: approved posts that are due are sent, unclear ones looked for. Call it in a transaction. */
export async function sendWaitingPosts(
  ctx: Ctx,
  { accountId, withoutX = false }: { accountId?: string; withoutX?: boolean } = {},
): Promise<void> {
  let query = ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select(['post.id', 'post.state', 'post.account_id'])
    .where((where) =>
      where.or([
        where('post.state', '=', 'unconfirmed'),
        where.and([where('post.state', '=', 'approved'), where('due_at', '<=', ctx.now)]),
      ]),
    )
    .where('a.state', '=', 'connected')
    .where((where) => where.or([where('send_not_before', 'is', null), where('send_not_before', '<=', ctx.now)]))
  if (withoutX) query = query.where('a.platform', '<>', 'x')
  if (accountId) query = query.where('post.account_id', '=', accountId)
  const waiting = await query.execute()
  for (const { id, state } of waiting)
    if (state === 'unconfirmed') await later(ctx, settling, { postId: id }, { onlyOne: id })
  const due = new Set(waiting.filter(({ state }) => state === 'approved').map(({ account_id }) => account_id))
  // A job that still waits is not doubled, and one that runs twice sends nothing twice.
  for (const account of due) await wakeAccount(ctx, account, ctx.now)
}

/**
 * Posts whose sender was killed: the attempt is older than any request can be, so its outcome is unknown and the
 * timeline must tell.
 */
export async function findInterrupted(ctx: Ctx): Promise<void> {
  const limit = await secondsOf(ctx, 'sending-limit')
  const interrupted = await ctx.db
    .selectFrom('post_attempt')
    .innerJoin('post', 'post.id', 'post_attempt.post_id')
    .select(['post_attempt.id', 'post_id'])
    .where('post_attempt.outcome', 'is', null)
    .where('post.state', '=', 'sending')
    .where('intended_at', '<=', inSeconds(ctx.now, -limit))
    .execute()
  const reason = 'Pengiriman terputus. Linimasa sedang diperiksa.'
  for (const { id, post_id } of interrupted)
    await saveOutcome(
      ctx,
      { attemptId: id, post: { id: post_id } },
      { state: 'unconfirmed', reason, look: 'now' },
      'interrupted',
    )
}

/**
 * What killed processes left behind: attempts without an end, posts whose job died with its worker. What is much too
 * late is held for a person, whether or not its account can send.
 */
export async function takeUpLeftovers(ctx: Ctx): Promise<void> {
  await findInterrupted(ctx)
  await holdLatePosts(ctx)
  const withoutX = !connectionOf(ctx.platform.config.x, ctx.platform.clock) || (await findHalt(ctx)) !== undefined
  await transaction(ctx, (ctx) => sendWaitingPosts(ctx, { withoutX }))
}

export const sweeping = job({ name: 'channels.sweep', run: takeUpLeftovers })
