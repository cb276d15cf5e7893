import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Post } from './post.ts'
import { refuseEmergency, refuseEmergencyCheck } from './post-review.ts'
import { releasePost } from './release-post.ts'
import { move, type Step } from './review-post.ts'
import { forgetApprovals } from './void-approval.ts'
import './data/tables.ts'

/**
 * Sends without approval what cannot wait, at once (an embargo holds all the same). Whoever may write may do so, the
 * author too; the reason is on record, in the report of the month, and somebody else looks at it afterwards.
 */
export const sendInEmergency = (ctx: Ctx, input: Step & { reason: string }): Promise<Post | Refusal> => {
  const reason = input.reason.trim()
  return move(ctx, input.postId, {
    action: 'post.write',
    refuse: (_ctx, post) => refuseEmergency(post, input.version, reason),
    save: async (ctx, post) => {
      const by = {
        emergency_by_id: 'id' in ctx.actor ? ctx.actor.id : '',
        emergency_by: 'name' in ctx.actor ? ctx.actor.name : '',
      }
      await ctx.db
        .updateTable('post')
        .set({ emergency_reason: reason, ...by })
        .where('id', '=', post.id)
        .execute()
      await forgetApprovals(ctx, post.id)
      await releasePost(ctx, post, { atOnce: true })
    },
    event: 'post.sent-in-emergency',
    after: { reason },
  })
}

/** Somebody who neither wrote nor sent it has looked at what went out without approval. */
export const checkEmergency = (ctx: Ctx, input: Step): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: (ctx, post) => refuseEmergencyCheck(post, ctx.actor),
    save: (ctx, post) =>
      ctx.db
        .updateTable('post')
        .set({ emergency_checked_by: 'name' in ctx.actor ? ctx.actor.name : '', emergency_checked_at: ctx.now })
        .where('id', '=', post.id)
        .execute(),
    event: 'post.emergency-checked',
  })
