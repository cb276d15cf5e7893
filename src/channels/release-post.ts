import type { Ctx } from '../platform/ctx.ts'
import { later } from '../platform/queue/queue.ts'
import { savePostState } from './data/post-rows.ts'
import type { Post } from './post.ts'
import { dueOf } from './post-schedule.ts'
import { sending } from './send-due.ts'

/**
 * Nothing stands between this post and the platform any more but its time, which `atOnce` disregards; an embargo
 * holds all the same. In the transaction that decides it.
 */
export async function releasePost(
  ctx: Ctx,
  post: Pick<Post, 'id' | 'accountId' | 'scheduledFor' | 'embargoUntil'>,
  how: { approver?: string; atOnce?: boolean; inReplyTo?: string } = {},
): Promise<void> {
  const { atOnce, ...change } = how
  const dueAt = dueOf(post, ctx.now, atOnce)
  await savePostState(ctx, post.id, { state: 'approved', dueAt, ...change })
  await wakeAccount(ctx, post.accountId, dueAt)
}

/** Has the posts of an account that are due sent at this instant. */
export async function wakeAccount(ctx: Ctx, accountId: string, at: Date): Promise<void> {
  // One waiting job for each account and minute: a job for next week must not swallow the one for now.
  const minute = Math.floor(Math.max(at.getTime(), ctx.now.getTime()) / 60_000)
  await later(ctx, sending, { accountId }, { onlyOne: `${accountId}/${minute}`, notBefore: at })
}
