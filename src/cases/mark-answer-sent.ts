import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, channelName, linkChannels } from './case.ts'
import { lockCase } from './data/case-rows.ts'
import { readAnswer } from './data/message-rows.ts'
import { publishAnswer } from './data/publish-answer.ts'
import { readLink } from './link-source.ts'

/** Whether answers on this case leave the house by somebody's hand: no adapter of ours sends them. */
export const isSentByHand = (found: Pick<Case, 'channel' | 'accountId'>): boolean =>
  Object.hasOwn(linkChannels, found.channel) || (found.channel === 'x' && found.accountId === null)

/**
 * An officer has given this answer on the platform itself, at `at`: it is public with its link, and clocks stop at that
 * instant. `at` is null where no instant was written.
 */
export async function markAnswerSent(
  ctx: Ctx,
  input: { ticket: string; answerId: string; link: string; at: Date | null },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    const answer = await readAnswer(ctx, input.answerId)
    if (answer.case_id !== found.id || found.account_id !== null) return conflict('Jawaban ini dikirim oleh Kentongan.')
    if (answer.state === 'public') return { ticket: found.ticket }
    const link = readLink(input.link)
    if (!link || link.channel !== found.channel)
      return invalid({ link: `Tempel tautan jawaban Anda di ${channelName(found.channel)}.` })
    if (input.at === null) return invalid({ at: 'Tulis tanggal dan jam jawaban dikirim.' })
    if (input.at > ctx.now) return invalid({ at: 'Waktu terkirim tidak boleh lebih kemudian dari sekarang.' })
    if (input.at.getTime() < answer.at.getTime() - 86_400_000)
      return invalid({ at: 'Waktu terkirim tidak boleh lebih dari sehari sebelum jawaban ini ditulis.' })
    await publishAnswer(ctx, found, { answerId: answer.id, at: input.at, url: link.url })
    return { ticket: found.ticket }
  })
}
