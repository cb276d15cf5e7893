import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCaseById } from './data/case-rows.ts'
import { readAnswer } from './data/message-rows.ts'
import { publishAnswer } from './data/publish-answer.ts'

/** The channel has published this answer at `at`: the clock stops at that instant. Told again, nothing changes. */
export async function confirmAnswer(
  ctx: Ctx,
  input: { answerId: string; at: Date; url: string | null },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCaseById(ctx, (await readAnswer(ctx, input.answerId)).case_id)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    const answer = await readAnswer(ctx, input.answerId)
    if (answer.state !== 'public') await publishAnswer(ctx, found, input)
    return { ticket: found.ticket }
  })
}

/**
 * The channel could not send this answer: the case says why, its clock goes on, the officer may try again. `reason`
 * is Indonesian, for the officer. A published answer cannot fail any more.
 */
export async function failAnswer(
  ctx: Ctx,
  input: { answerId: string; reason: string },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCaseById(ctx, (await readAnswer(ctx, input.answerId)).case_id)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    const answer = await readAnswer(ctx, input.answerId)
    if (answer.state === 'public') return conflict('Jawaban ini sudah terbit.')
    if (answer.state === 'failed') return { ticket: found.ticket }
    await ctx.db
      .updateTable('case_message')
      .set({ state: 'failed', failure: input.reason })
      .where('id', '=', answer.id)
      .execute()
    await record(ctx, 'case.answer-failed', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      after: { answerId: answer.id, channel: found.channel, reason: input.reason },
    })
    return { ticket: found.ticket }
  })
}
