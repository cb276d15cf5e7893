import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { isPublicAtOnce, refuseToAnswer } from './case.ts'
import { refuseAnswerText } from './case-text.ts'
import { lastActBy, lockCase } from './data/case-rows.ts'
import { insertMessage, waitingAnswer } from './data/message-rows.ts'
import { publishAnswer } from './data/publish-answer.ts'

export interface Answered {
  answerId: string
  ticket: string
  /** False: the channel still has to send it (`confirmAnswer`, `failAnswer`). */
  public: boolean
}

/**
 * Answers a citizen. `final` ends the matter and stops the clock for good; otherwise it is a first reply. On the form
 * the answer is public at once; on a channel it waits for `confirmAnswer`. A `version` older than the last act of
 * another officer is a conflict that names them.
 */
export async function answerCase(
  ctx: Ctx,
  input: { ticket: string; text: string; final: boolean; version: number },
): Promise<Answered | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const text = cleanText(input.text)
    const wrong = refuseAnswerText(text, found.channel)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToAnswer(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      }) ??
      (wrong ? invalid({ text: wrong }) : undefined)
    if (refusal) return refusal
    const answerId = newId()
    await insertMessage(ctx, {
      id: answerId,
      case_id: found.id,
      author: 'agency',
      author_id: 'id' in ctx.actor ? ctx.actor.id : null,
      author_name: 'name' in ctx.actor ? ctx.actor.name : null,
      text,
      at: ctx.now,
      channel: found.channel,
      state: 'waiting',
      final: input.final,
    })
    const version = found.version + 1
    await ctx.db.updateTable('cases').set({ version }).where('id', '=', found.id).execute()
    await record(ctx, 'case.answered', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      after: { answerId, channel: found.channel, accountId: found.account_id, final: input.final },
    })
    const atOnce = isPublicAtOnce(found.channel)
    if (atOnce) await publishAnswer(ctx, { ...found, version }, { answerId, at: ctx.now, url: null })
    return { answerId, ticket: found.ticket, public: atOnce }
  })
}
