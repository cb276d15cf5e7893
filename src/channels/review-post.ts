import { type Action, refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findApprovalSteps } from './approval-rules.ts'
import { countChange, lockPost, savePostState } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import type { Post } from './post.ts'
import {
  refusePastSchedule,
  refuseToApprove,
  refuseToReturn,
  refuseToSendAgain,
  refuseToSubmit,
} from './post-review.ts'
import { releasePost } from './release-post.ts'
import { forgetApprovals } from './void-approval.ts'

export interface Step {
  postId: string
  version: number
}

export interface Move {
  action: Action
  refuse: (ctx: Ctx, post: Post) => Refusal | undefined | Promise<Refusal | undefined>
  save: (ctx: Ctx, post: Post) => Promise<unknown>
  event: string
  /** For the record, beside the new state. */
  after?: object
}

/** A step of a person with one post: who may, the rule, what is saved, one event. */
export async function move(
  ctx: Ctx,
  postId: string,
  { action, refuse, save, event, after }: Move,
): Promise<Post | Refusal> {
  return transaction(ctx, async (ctx) => {
    await findPost(ctx, postId)
    const post = await lockPost(ctx, postId)
    const refusal = refuseUnless(ctx.actor, action, post.agencyId) ?? (await refuse(ctx, post))
    if (refusal) return refusal
    await save(ctx, post)
    await countChange(ctx, post.id)
    const moved = await findPost(ctx, post.id)
    await record(ctx, event, {
      thing: 'post',
      id: post.id,
      agencyId: post.agencyId,
      before: { state: post.state },
      after: { state: moved.state, ...after },
    })
    return moved
  })
}

/** Asks for approval. */
export const submitPost = (ctx: Ctx, input: Step): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.write',
    refuse: (_ctx, post) => refuseToSubmit(post, input.version),
    save: (ctx, post) => savePostState(ctx, post.id, { state: 'in-review' }),
    event: 'post.submitted',
  })

/**
 * Passes one step of the review. With the last one the post is released: it goes out when its time has come, at once
 * when it has no other. `sendNow` is needed when that time went by while it waited.
 */
export const approvePost = (ctx: Ctx, input: Step & { sendNow?: boolean }): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: async (ctx, post) =>
      refuseToApprove(post, input.version, await findApprovalSteps(ctx, post.agencyId), ctx.actor) ??
      refusePastSchedule(post, ctx.now, input.sendNow ?? false),
    save: passStep,
    event: 'post.approved',
  })

async function passStep(ctx: Ctx, post: Post): Promise<void> {
  const steps = await findApprovalSteps(ctx, post.agencyId)
  const step = post.approvals.length + 1
  const person = {
    person_id: 'id' in ctx.actor ? ctx.actor.id : '',
    person_name: 'name' in ctx.actor ? ctx.actor.name : '',
  }
  await ctx.db
    .insertInto('post_approval')
    .values({ post_id: post.id, step, at: ctx.now, ...person })
    .execute()
  if (step < steps.length) return
  await releasePost(ctx, post, { approver: person.person_name })
}

/** Gives it back to its author with what is to be mended. */
export const returnPost = (ctx: Ctx, input: Step & { reason: string }): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: (_ctx, post) => refuseToReturn(post, input.version, input.reason),
    save: async (ctx, post) => {
      await forgetApprovals(ctx, post.id)
      await savePostState(ctx, post.id, { state: 'draft', reason: `Dikembalikan: ${input.reason.slice(0, 500)}` })
    },
    event: 'post.returned',
    after: { reason: input.reason.slice(0, 500) },
  })

/** Sends once more what is known not to have arrived. The approval still covers it: nothing was changed. */
export const sendPostAgain = (ctx: Ctx, input: Step): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: (_ctx, post) => refuseToSendAgain(post, input.version),
    save: (ctx, post) => releasePost(ctx, post, { atOnce: true }),
    event: 'post.sent-again',
  })
