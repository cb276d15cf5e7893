import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Content, limits, refuseTooLong, refuseToRemove } from './content.ts'
import { saveStep } from './data/contents.ts'
import { findContentToChange } from './find-contents.ts'
import { recordContent } from './record-content.ts'

/** Takes an item away for good. What the public sees, only an approver takes away. Its revisions and events stay. */
export async function removeContent(ctx: Ctx, input: { id: string; reason: string }): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const content = await findContentToChange(ctx, input.id)
    const action = content.revisionId === null ? 'content.write' : 'content.approve'
    const refusal = refuseUnless(ctx.actor, action, content.agencyId) ?? refuseToRemove(content)
    if (refusal) return refusal
    const reason = cleanText(input.reason)
    if (reason === '') return invalid({ reason: 'Tulis mengapa konten ini ditarik.' })
    const tooLong = refuseTooLong('reason', 'Alasan', reason, limits.reason)
    if (tooLong.reason) return invalid(tooLong)
    const removed = await saveStep(ctx, content, { state: 'removed', revisionId: null })
    await recordContent(ctx, 'removed', removed, reason)
    return removed
  })
}
