import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Content, isFirstPublication, refuseStale, refuseToApprove } from './content.ts'
import { saveStep } from './data/contents.ts'
import { insertRevision } from './data/revisions.ts'
import { refuseIncomplete } from './draft.ts'
import { findContentToChange } from './find-contents.ts'
import { findPicture } from './find-picture.ts'
import { recordContent } from './record-content.ts'

/** Makes what was submitted public, at once. `version` is the one the approver read. */
export async function approveContent(
  ctx: Ctx,
  input: { id: string; version?: number | undefined },
): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const content = await findContentToChange(ctx, input.id)
    const refusal =
      refuseUnless(ctx.actor, 'content.approve', content.agencyId) ??
      refuseToApprove(content, ctx.actor) ??
      refuseStale(content, input.version)
    if (refusal) return refusal
    // It may have been changed while it waited.
    const picture = await findPicture(ctx, content.pictureId)
    const lacking = refuseIncomplete(content, picture)
    if (Object.keys(lacking).length > 0) return invalid(lacking)
    const first = isFirstPublication(content)
    const published = await saveStep(ctx, content, {
      state: 'published',
      revisionId: await insertRevision(ctx, content, picture),
      ...(first && { firstPublishedAt: ctx.now }),
      ...(first || content.significant ? { significantChangeAt: ctx.now } : { minorChangeAt: ctx.now }),
    })
    await recordContent(ctx, first ? 'published' : 'changed', published)
    return published
  })
}
