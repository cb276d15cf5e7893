import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { conflict, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { readMessages } from './data/message-rows.ts'
import './data/work-tables.ts'
import { type Rating, refuseRating } from './rating.ts'

/**
 * What the citizen thinks of the answer, once, after the final one. The caller has made sure it is the citizen (secret
 * of the link). Throws `Missing`.
 */
export async function rateCase(
  ctx: Ctx,
  input: { ticket: string; score: number; text: string },
): Promise<Rating | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await ctx.db
      .selectFrom('cases')
      .select(['id', 'agency_id'])
      .where('ticket', '=', input.ticket)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new Missing(`case ${input.ticket}`)
    const sentence = cleanText(input.text).replace(/\s+/g, ' ')
    const errors = refuseRating({ score: input.score, sentence })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const answered = (await readMessages(ctx, found.id)).some(
      ({ author, state, final }) => author === 'agency' && state === 'public' && final,
    )
    if (!answered) return conflict('Penilaian dibuka setelah jawaban akhir.')
    const saved = await ctx.db
      .insertInto('case_rating')
      .values({ case_id: found.id, score: input.score, sentence: sentence || null, at: ctx.now })
      .onConflict((clash) => clash.doNothing())
      .returning('case_id')
      .executeTakeFirst()
    if (!saved) return conflict('Anda sudah menilai laporan ini. Terima kasih.')
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.rated', { ...about, after: { score: input.score } })
    return { score: input.score, sentence: sentence || null, at: ctx.now }
  })
}

/** The rating of a case, if the citizen gave one. */
export const findRating = async (ctx: Ctx, caseId: string): Promise<Rating | null> =>
  (await ctx.db
    .selectFrom('case_rating')
    .select(['score', 'sentence', 'at'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()) ?? null
