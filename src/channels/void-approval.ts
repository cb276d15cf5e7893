import type { Ctx } from '../platform/ctx.ts'
import { countChange, savePostState } from './data/post-rows.ts'
import type { Post } from './post.ts'
import './data/tables.ts'

/**
 * What was changed is a draft again, and whoever changed it its author: no approval covers it, nor the author's own.
 * In the transaction of the change.
 */
export async function voidApproval(ctx: Ctx, post: Pick<Post, 'id'>): Promise<void> {
  await forgetApprovals(ctx, post.id)
  if ('id' in ctx.actor)
    await ctx.db
      .updateTable('post')
      .set({ author_id: ctx.actor.id, author_name: ctx.actor.name })
      .where('id', '=', post.id)
      .execute()
  await savePostState(ctx, post.id, { state: 'draft', approver: null, dueAt: null })
  await countChange(ctx, post.id)
}

export const forgetApprovals = (ctx: Ctx, postId: string): Promise<unknown> =>
  ctx.db.deleteFrom('post_approval').where('post_id', '=', postId).execute()
