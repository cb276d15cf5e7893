import type { Ctx } from '../platform/ctx.ts'
import { job, later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { findHalt } from './halt.ts'
import { publishing } from './publish-post.ts'
import { saveOutcome } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { settling } from './settle-post.ts'
import { connectionOf } from './x/connection.ts'
import './data/tables.ts'

/** What was held up goes on: approved posts are sent, unclear ones looked for. Call it in a transaction. */
export async function sendWaitingPosts(ctx: Ctx, { accountId }: { accountId?: string } = {}): Promise<void> {
  let query = ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select(['post.id', 'post.state'])
    .where('post.state', 'in', ['approved', 'unconfirmed'])
    .where('a.state', '=', 'connected')
    .where((where) => where.or([where('send_not_before', 'is', null), where('send_not_before', '<=', ctx.now)]))
  if (accountId) query = query.where('post.account_id', '=', accountId)
  for (const { id, state } of await query.execute())
    await later(ctx, state === 'approved' ? publishing : settling, { postId: id }, { onlyOne: id })
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

/** What killed processes left behind: attempts without an end, and posts whose job died with its worker. */
export async function takeUpLeftovers(ctx: Ctx): Promise<void> {
  await findInterrupted(ctx)
  if (!connectionOf(ctx.platform.config.x, ctx.platform.clock) || (await findHalt(ctx))) return
  await transaction(ctx, (ctx) => sendForgotten(ctx))
}

async function sendForgotten(ctx: Ctx): Promise<void> {
  const longAgo = inSeconds(ctx.now, -(await secondsOf(ctx, 'sending-limit')))
  const forgotten = await ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select('post.account_id')
    .distinct()
    .where('post.state', 'in', ['approved', 'unconfirmed'])
    .where('post.state_since', '<=', longAgo)
    .where('a.state', '=', 'connected')
    .execute()
  // A job that still waits is not doubled, and one that runs twice sends nothing twice.
  for (const { account_id } of forgotten) await sendWaitingPosts(ctx, { accountId: account_id })
}

export const sweeping = job({ name: 'channels.sweep', run: takeUpLeftovers })
