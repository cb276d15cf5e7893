import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { findApprovalSteps } from '../approval-rules.ts'
import { findAccount } from '../find-accounts.ts'
import { findNationalMessages } from '../find-national-messages.ts'
import { findNearCopies } from '../find-near-copies.ts'
import { type Post, refuseToChange } from '../post.ts'
import { postPrices } from '../post-price.ts'
import {
  type ApprovalSteps,
  refuseEmergency,
  refuseEmergencyCheck,
  refuseToApprove,
  refuseToCancel,
  refuseToDecide,
  refuseToSendAgain,
  refuseToSubmit,
} from '../post-review.ts'
import { findThread } from '../thread.ts'
import type { Possible } from './post-actions.tsx'
import type { PostPageProps } from './post-page.tsx'

const anyReason = 'x'.repeat(20)

/** The rules themselves say which buttons a page shows. */
function possibleWith(ctx: Ctx, post: Post, steps: ApprovalSteps): Possible {
  const { version } = post
  const can = (action: 'post.write' | 'post.approve', refusal: Refusal | undefined) =>
    may(ctx.actor, action, post.agencyId) && refusal === undefined
  return {
    change: can('post.write', refuseToChange(post, version)),
    submit: can('post.write', refuseToSubmit(post, version)),
    approve: can('post.approve', refuseToApprove(post, version, steps, ctx.actor)),
    lastStep: post.approvals.length + 1 >= steps.length,
    sendAgain: post.purpose !== 'answer' && can('post.approve', refuseToSendAgain(post, version)),
    cancel: can('post.write', refuseToCancel(post, version)),
    decide: can('post.approve', refuseToDecide(post, version, ctx.actor)),
    emergency: post.purpose !== 'answer' && can('post.write', refuseEmergency(post, version, anyReason)),
    checkEmergency: can('post.approve', refuseEmergencyCheck(post, ctx.actor)),
    announce: post.purpose === 'broadcast' && post.state === 'published' && may(ctx.actor, 'announcement.manage'),
  }
}

/** Everything the page of a post shows. */
export async function postPageProps(ctx: Ctx, frame: Frame, post: Post): Promise<PostPageProps> {
  const steps = await findApprovalSteps(ctx, post.agencyId)
  const thread = post.purpose === 'answer' ? [post] : await findThread(ctx, post)
  const pending = post.purpose !== 'answer' && ['draft', 'in-review', 'approved', 'held'].includes(post.state)
  const unsent = thread.filter(({ part }) => part >= post.part).map(({ text }) => text)
  return {
    frame,
    post,
    thread,
    steps,
    possible: possibleWith(ctx, post, steps),
    prices: postPrices(ctx),
    nearCopies: pending ? await findNearCopies(ctx, post, unsent) : [],
    accountState: (await findAccount(ctx, post.accountId)).state,
    messages: await messageChoices(ctx),
    parts: 1,
    now: ctx.now,
  }
}

export const messageChoices = async (ctx: Ctx): Promise<[id: string, title: string][]> =>
  (await findNationalMessages(ctx, { current: true })).map(({ id, title }) => [id, title])
