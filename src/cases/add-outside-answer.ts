import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { transaction } from '../platform/transaction.ts'
import type { ChannelWord } from './change-citizen-message.ts'
import { lockCaseById } from './data/case-rows.ts'
import { insertMessage } from './data/message-rows.ts'
import { publishAnswer } from './data/publish-answer.ts'

/**
 * Somebody of the agency answered on the channel itself, past this house: the case shows it, and its clocks stop at
 * `at` as by any answer. Told again, nothing changes. False: the word it answers is not one of a case, or the case is
 * closed.
 */
export async function addOutsideAnswer(
  ctx: Ctx,
  input: { to: ChannelWord; externalId: string; text: string; at: Date; url: string | null },
): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const word = await ctx.db
      .selectFrom('case_message')
      .select('case_id')
      .where('channel', '=', input.to.channel)
      .where('external_id', '=', input.to.externalId)
      .executeTakeFirst()
    if (!word) return false
    const found = await lockCaseById(ctx, word.case_id)
    if (found.state === 'closed') return false
    const answerId = newId()
    const at = new Date(Math.min(input.at.getTime(), ctx.now.getTime()))
    const isNew = await insertMessage(ctx, {
      id: answerId,
      case_id: found.id,
      author: 'agency',
      author_name: 'Petugas, langsung di kanal',
      text: cleanText(input.text) || '(tanpa teks)',
      at,
      channel: input.to.channel,
      external_id: input.externalId,
      url: input.url,
      state: 'waiting',
      final: true,
    })
    if (isNew) await publishAnswer(ctx, found, { answerId, at, url: input.url })
    return isNew
  })
}
