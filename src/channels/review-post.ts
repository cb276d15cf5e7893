import { type Action, refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { countChange, lockPost, savePostState } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import { type Post, refuseToApprove, refuseToReturn, refuseToSendAgain, refuseToSubmit } from './post.ts'
import { publishing } from './publish-post.ts'

interface Step {
  postId: string
  version: number
}

interface Move {
  action: Action
  refuse: (post: Post) => Refusal | undefined
  save: Parameters<typeof savePostState>[2]
  event: string
}

async function move(ctx: Ctx, postId: string, { action, refuse, save, event }: Move): Promise<Post | Refusal> {
  await findPost(ctx, postId)
  const post = await lockPost(ctx, postId)
  const refusal = refuseUnless(ctx.actor, action, post.agencyId) ?? refuse(post)
  if (refusal) return refusal
  await savePostState(ctx, post.id, save)
  await countChange(ctx, post.id)
  await record(ctx, event, {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: { state: save.state, ...(save.reason ? { reason: save.reason } : {}) },
  })
  return findPost(ctx, post.id)
}

/** Asks for approval. */
export async function submitPost(ctx: Ctx, input: Step): Promise<Post | Refusal> {
  return transaction(ctx, (ctx) =>
    move(ctx, input.postId, {
      action: 'post.write',
      refuse: (post) => refuseToSubmit(post, input.version),
      save: { state: 'in-review' },
      event: 'post.submitted',
    }),
  )
}

/** Approves, and with it sends: the post goes out as soon as a worker takes it. */
export async function approvePost(ctx: Ctx, input: Step): Promise<Post | Refusal> {
  return transaction(ctx, async (ctx) => {
    const post = await move(ctx, input.postId, {
      action: 'post.approve',
      refuse: (post) => refuseToApprove(post, input.version, ctx.actor),
      save: { state: 'approved', approver: 'name' in ctx.actor ? ctx.actor.name : '' },
      event: 'post.approved',
    })
    if (!('refusal' in post)) await later(ctx, publishing, { postId: post.id }, { onlyOne: post.id })
    return post
  })
}

/** Gives it back to its author with what is to be mended. */
export async function returnPost(ctx: Ctx, input: Step & { reason: string }): Promise<Post | Refusal> {
  return transaction(ctx, (ctx) =>
    move(ctx, input.postId, {
      action: 'post.approve',
      refuse: (post) => refuseToReturn(post, input.version, input.reason),
      save: { state: 'draft', reason: `Dikembalikan: ${input.reason.slice(0, 500)}` },
      event: 'post.returned',
    }),
  )
}

/** Sends once more what is known not to have arrived. The approval still covers it: nothing was changed. */
export async function sendPostAgain(ctx: Ctx, input: Step): Promise<Post | Refusal> {
  return transaction(ctx, async (ctx) => {
    const post = await move(ctx, input.postId, {
      action: 'post.approve',
      refuse: (post) => refuseToSendAgain(post, input.version),
      save: { state: 'approved' },
      event: 'post.sent-again',
    })
    if (!('refusal' in post)) await later(ctx, publishing, { postId: post.id }, { onlyOne: post.id })
    return post
  })
}
