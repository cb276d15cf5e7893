import { failAnswer } from '../cases/confirm-answer.ts'
import { type AnswerToSend, findAnswer } from '../cases/find-answer.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { RecordedEvent } from '../platform/events.ts'
import { isId, newId } from '../platform/id.ts'
import { accepted } from '../platform/refusal.ts'
import { platforms } from './account.ts'
import { adapterFor } from './adapters.ts'
import { postIdIn } from './data/case-source.ts'
import { wakeAccount } from './release-post.ts'
import './data/tables.ts'

/** Follows `case.answered`: an answer on X becomes a post in the very transaction in which it was given. */
export async function carryAnswers(ctx: Ctx, answered: readonly RecordedEvent[]): Promise<void> {
  for (const event of answered) await carryAnswer(ctx, event)
}

async function carryAnswer(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { answerId, channel } = event.after as { answerId: string; channel: string }
  if (!adapterFor(channel)) return
  const answer = await findAnswer(ctx, answerId)
  const account = await accountOf(ctx, answer)
  if (!account || !answer.replyTo) {
    const name = platforms[channel as keyof typeof platforms]
    const reason = `Kasus ini tidak terhubung dengan akun ${name} yang terdaftar, jadi jawaban tidak dapat dikirim dari sini.`
    return void accepted(await failAnswer(ctx, { answerId, reason }))
  }
  const id = newId()
  const saved = await ctx.db
    .insertInto('post')
    .values({
      id,
      agency_id: account.agency_id,
      account_id: account.id,
      purpose: 'answer',
      text: answer.text,
      theme: null,
      in_reply_to: postIdIn(answer.replyTo.externalId),
      case_message_id: answerId,
      state: 'approved',
      state_since: ctx.now,
      due_at: ctx.now,
      author_id: 'id' in ctx.actor ? ctx.actor.id : '',
      author_name: 'name' in ctx.actor ? ctx.actor.name : '',
      approver_name: null,
      reason: null,
      send_not_before: null,
      external_id: null,
      published_at: null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved) await wakeAccount(ctx, account.id, ctx.now)
}

const accountOf = async (
  ctx: Ctx,
  { accountId }: AnswerToSend,
): Promise<{ id: string; agency_id: string } | undefined> =>
  accountId !== null && isId(accountId)
    ? ctx.db.selectFrom('social_account').select(['id', 'agency_id']).where('id', '=', accountId).executeTakeFirst()
    : undefined
