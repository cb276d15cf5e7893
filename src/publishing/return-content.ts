import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Content, limits, refuseTooLong, refuseToReturn } from './content.ts'
import { saveStep } from './data/contents.ts'
import { findContentToChange } from './find-contents.ts'
import { recordContent } from './record-content.ts'

/** Gives what was submitted back to its writer, with the reason. */
export async function returnContent(ctx: Ctx, input: { id: string; reason: string }): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const content = await findContentToChange(ctx, input.id)
    const refusal = refuseUnless(ctx.actor, 'content.approve', content.agencyId) ?? refuseToReturn(content)
    if (refusal) return refusal
    const reason = cleanText(input.reason)
    if (reason === '') return invalid({ reason: 'Tulis apa yang perlu diperbaiki.' })
    const tooLong = refuseTooLong('reason', 'Alasan', reason, limits.reason)
    if (tooLong.reason) return invalid(tooLong)
    const returned = await saveStep(ctx, content, { state: 'draft', returnReason: reason })
    await recordContent(ctx, 'returned', returned, reason)
    return returned
  })
}
