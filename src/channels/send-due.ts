import type { Ctx } from '../platform/ctx.ts'
import { job } from '../platform/queue/queue.ts'
import { freshly } from './ask-x.ts'
import { holdLatePosts } from './hold-late.ts'
import { publishPost } from './publish-post.ts'
import './data/tables.ts'

/**
 * Sends what of an account is due, one after the other in the order in which it was due, a thread before anything
 * else; stops where one has to wait, so that none overtakes it. Two at a time for one account send nothing twice and
 * in no other order.
 */
export async function sendDue(ctx: Ctx, { accountId }: { accountId: string }): Promise<void> {
  await holdLatePosts(freshly(ctx), accountId)
  for (let goOn = true; goOn; ) {
    const postId = await nextDue(freshly(ctx), accountId)
    goOn = postId !== undefined && (await publishPost(freshly(ctx), { postId })) === 'done'
  }
}

/** The first that is due, unless it has to wait: then none. */
async function nextDue(ctx: Ctx, accountId: string): Promise<string | undefined> {
  const first = await ctx.db
    .selectFrom('post')
    .select(['id', 'send_not_before'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'approved')
    .where('due_at', '<=', ctx.now)
    .orderBy((order) => order('purpose', '=', 'continuation'), 'desc')
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const waits = first?.send_not_before != null && first.send_not_before > ctx.now
  return waits ? undefined : first?.id
}

export const sending = job<{ accountId: string }>({ name: 'channels.send', run: sendDue, concurrency: 16 })
