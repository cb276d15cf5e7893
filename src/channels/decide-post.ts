import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { savePostState } from './data/post-rows.ts'
import type { Post } from './post.ts'
import { refuseToCancel, refuseToDecide } from './post-review.ts'
import { readSchedule } from './post-schedule.ts'
import { releasePost } from './release-post.ts'
import { move, type Step } from './review-post.ts'

/** Sends a post that was held, late as it is: somebody other than its author takes that upon themselves. */
export const sendHeldPost = (ctx: Ctx, input: Step): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: (ctx, post) => refuseToDecide(post, input.version, ctx.actor),
    save: (ctx, post) => releasePost(ctx, post, { atOnce: true }),
    event: 'post.sent-late',
  })

/** Gives a post that was held another time (WIB, `YYYY-MM-DDTHH:MM`). The approval stays: its words are the same. */
export const rescheduleHeldPost = (ctx: Ctx, input: Step & { scheduledFor: string }): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.approve',
    refuse: (ctx, post) => refuseToDecide(post, input.version, ctx.actor) ?? refuseTime(ctx, post, input.scheduledFor),
    save: async (ctx, post) => {
      const { schedule } = readSchedule({ scheduledFor: input.scheduledFor }, ctx.now)
      const { scheduledFor } = schedule
      await ctx.db.updateTable('post').set({ scheduled_for: scheduledFor }).where('id', '=', post.id).execute()
      await releasePost(ctx, { ...post, scheduledFor })
    },
    event: 'post.rescheduled',
  })

function refuseTime(ctx: Ctx, { embargoUntil }: Post, scheduledFor: string): Refusal | undefined {
  if (scheduledFor === '') return invalid({ scheduledFor: 'Pilih tanggal dan jam.' })
  const { schedule, errors } = readSchedule({ scheduledFor }, ctx.now)
  if (Object.keys(errors).length > 0) return invalid(errors)
  if (embargoUntil && schedule.scheduledFor && schedule.scheduledFor < embargoUntil)
    return invalid({ scheduledFor: 'Jadwal tidak boleh sebelum embargo berakhir.' })
  return undefined
}

/** Takes back what has not gone out. It may be written anew from there. */
export const cancelPost = (ctx: Ctx, input: Step): Promise<Post | Refusal> =>
  move(ctx, input.postId, {
    action: 'post.write',
    refuse: (_ctx, post) => refuseToCancel(post, input.version),
    save: (ctx, post) =>
      savePostState(ctx, post.id, {
        state: 'cancelled',
        reason: `Dibatalkan oleh ${'name' in ctx.actor ? ctx.actor.name : 'sistem'}.`,
        approver: null,
        dueAt: null,
      }),
    event: 'post.cancelled',
  })
