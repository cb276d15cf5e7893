import type { Ctx } from '../platform/ctx.ts'
import { lockCaseById } from './data/case-rows.ts'
import { readAnswer, readMessages } from './data/message-rows.ts'

/** An answer as a channel needs it to send it. */
export interface AnswerToSend {
  answerId: string
  ticket: string
  agencyId: string
  channel: string
  accountId: string | null
  text: string
  state: 'waiting' | 'public' | 'failed'
  /** The citizen's last message on this channel before the answer: what it replies to. */
  replyTo: { externalId: string; url: string | null } | null
}

/** Throws `Missing` for what is no answer, or not of a case the actor may see. Call it inside a transaction. */
export async function findAnswer(ctx: Ctx, answerId: string): Promise<AnswerToSend> {
  const answer = await readAnswer(ctx, answerId)
  const found = await lockCaseById(ctx, answer.case_id)
  const last = (await readMessages(ctx, found.id)).findLast(
    ({ author, channel, external_id, at }) =>
      author === 'citizen' && channel === found.channel && external_id !== null && at <= answer.at,
  )
  return {
    answerId,
    ticket: found.ticket,
    agencyId: found.agency_id,
    channel: found.channel,
    accountId: found.account_id,
    text: answer.text,
    state: answer.state === 'received' ? 'waiting' : answer.state,
    replyTo: last?.external_id ? { externalId: last.external_id, url: last.url } : null,
  }
}
