import type { Ctx } from '../platform/ctx.ts'
import { closeAnnouncementTask } from './announcement-tasks.ts'
import { type Post, threadOf } from './post.ts'
import { releasePost } from './release-post.ts'
import './data/tables.ts'

/** A post is out: the next of its thread answers it, and what it was written for is done. In the same transaction. */
export async function continueThread(ctx: Ctx, post: Post, externalId: string): Promise<void> {
  const next = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('thread_id', '=', threadOf(post))
    .where('part', '=', post.part + 1)
    .where('state', '=', 'waits')
    .forUpdate()
    .executeTakeFirst()
  const { accountId } = post
  if (next)
    await releasePost(
      ctx,
      { id: next.id, accountId, scheduledFor: null, embargoUntil: null },
      { inReplyTo: externalId, ...(post.approverName !== null && { approver: post.approverName }) },
    )
  await closeAnnouncementTask(ctx, post)
}
