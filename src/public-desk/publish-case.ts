import { refuseUnless } from '../agencies/policy.ts'
import { findCase } from '../cases/find-case.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type PublicTexts, refuseCase, refuseTexts } from './publication.ts'
import './data/tables.ts'

/**
 * Shows question and answer of a case to everybody, exactly as the officer confirmed them (`sure`). The event keeps no
 * text: what is withdrawn is withdrawn. Throws `Missing`.
 */
export async function publishCase(
  ctx: Ctx,
  input: PublicTexts & { ticket: string; sure: boolean },
): Promise<{ id: string } | Refusal> {
  return transaction(ctx, async (ctx): Promise<{ id: string } | Refusal> => {
    const found = await findCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.publish', found.agencyId) ?? refuseCase(found)
    if (refusal) return refusal
    const texts = { question: cleanText(input.question), answer: cleanText(input.answer) }
    const errors = refuseTexts(texts)
    if (!input.sure) errors.sure = 'Nyatakan bahwa Anda sudah memeriksa kedua teks.'
    if (Object.keys(errors).length > 0) return invalid(errors)
    const answer = found.messages.findLast(({ author, final, publicAt }) => author === 'agency' && final && publicAt)
    const saved = await ctx.db
      .insertInto('case_publication')
      .values({
        id: newId(),
        case_id: found.id,
        agency_id: found.agencyId,
        kind: found.kind,
        theme: found.theme,
        district_id: found.districtId,
        subdistrict_id: found.subdistrictId,
        ...texts,
        answered_at: answer?.publicAt ?? ctx.now,
        published_at: ctx.now,
        published_by: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
      })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return conflict('Laporan ini sudah diumumkan. Tarik dahulu bila teksnya perlu diubah.')
    const about = { thing: 'case', id: found.id, agencyId: found.agencyId }
    await record(ctx, 'case.published', { ...about, after: { publicationId: saved.id } })
    return saved
  })
}

/** Takes a published case away again, with a reason. Throws `Missing`. */
export async function withdrawPublication(
  ctx: Ctx,
  input: { ticket: string; reason: string },
): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const found = await findCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.publish', found.agencyId)
    if (refusal) return refusal
    const reason = cleanText(input.reason)
    if (reason.length < 5) return invalid({ reason: 'Tuliskan alasan penarikan.' })
    if (reason.length > 300) return invalid({ reason: 'Alasan terlalu panjang: paling banyak 300 huruf.' })
    const withdrawn = await ctx.db
      .updateTable('case_publication')
      .set({
        withdrawn_at: ctx.now,
        withdrawn_by: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
        withdrawn_reason: reason,
      })
      .where('case_id', '=', found.id)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!withdrawn) return conflict('Laporan ini tidak sedang diumumkan.')
    const about = { thing: 'case', id: found.id, agencyId: found.agencyId }
    await record(ctx, 'case.unpublished', { ...about, after: { publicationId: withdrawn.id, reason } })
    return undefined
  })
}
