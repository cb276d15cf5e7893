import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { isPublicAtOnce } from '../case.ts'
import type { ClosesWith } from '../closing.ts'
import type { CaseRow } from './case-rows.ts'
import { insertMessage } from './message-rows.ts'
import { publishAnswer } from './publish-answer.ts'

export interface Answered {
  answerId: string
  ticket: string
  /** False: the channel still has to send it (`confirmAnswer`, `failAnswer`). */
  public: boolean
}

/**
 * Saves an answer and sends it on its way: on the form it is public at once, on a channel its adapter follows the
 * event. All that may be refused has been asked before. With `closesWith` the case closes when the answer is public,
 * with `holdsFor` its clocks then stand still until the citizen writes.
 */
export async function sayAnswer(
  ctx: Ctx,
  found: CaseRow,
  answer: {
    text: string
    final: boolean
    author: { id: string | null; name: string | null }
    closesWith?: ClosesWith | null
    holdsFor?: string | null
  },
): Promise<Answered> {
  const answerId = newId()
  await insertMessage(ctx, {
    id: answerId,
    case_id: found.id,
    author: 'agency',
    author_id: answer.author.id,
    author_name: answer.author.name,
    text: answer.text,
    at: ctx.now,
    channel: found.channel,
    state: 'waiting',
    final: answer.final,
    closes_with: answer.closesWith ? JSON.stringify(answer.closesWith) : null,
    holds_for: answer.holdsFor ?? null,
  })
  const version = found.version + 1
  await ctx.db.updateTable('cases').set({ version }).where('id', '=', found.id).execute()
  await record(ctx, 'case.answered', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    after: { answerId, channel: found.channel, accountId: found.account_id, final: answer.final },
  })
  const atOnce = isPublicAtOnce(found.channel)
  if (atOnce) await publishAnswer(ctx, { ...found, version }, { answerId, at: ctx.now, url: null })
  return { answerId, ticket: found.ticket, public: atOnce }
}
