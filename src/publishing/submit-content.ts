import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Content, refuseToSubmit } from './content.ts'
import { saveStep } from './data/contents.ts'
import { refuseIncomplete } from './draft.ts'
import { findContentToChange } from './find-contents.ts'
import { findPicture } from './find-picture.ts'
import { recordContent } from './record-content.ts'

/** Hands a draft to whoever approves. */
export async function submitContent(ctx: Ctx, input: { id: string }): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const content = await findContentToChange(ctx, input.id)
    const refusal = refuseUnless(ctx.actor, 'content.write', content.agencyId) ?? refuseToSubmit(content)
    if (refusal) return refusal
    const lacking = refuseIncomplete(content, await findPicture(ctx, content.pictureId))
    if (Object.keys(lacking).length > 0) return invalid(lacking)
    const submitted = await saveStep(ctx, content, { state: 'in-review', returnReason: null })
    await recordContent(ctx, 'submitted', submitted)
    return submitted
  })
}
