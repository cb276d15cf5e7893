import { findAgency } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { addPicture, type PictureInput } from './add-picture.ts'
import type { Content } from './content.ts'
import { insertContent } from './data/contents.ts'
import { type DraftInput, readDraft } from './draft.ts'
import { recordContent } from './record-content.ts'

/** Begins an item of an agency, as a draft. All that is wrong is told at once, picture included. */
export async function writeContent(
  ctx: Ctx,
  input: DraftInput & { agencyId: string; picture?: PictureInput | undefined },
): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const agency = await findAgency(ctx, input.agencyId)
    const refusal = refuseUnless(ctx.actor, 'content.write', agency.id)
    if (refusal) return refusal
    const read = readDraft(input)
    const picture = input.picture && (await addPicture(ctx, agency.id, input.picture))
    if (isRefusal(picture) && picture.refusal !== 'invalid') return picture
    if ('errors' in read || isRefusal(picture))
      return invalid({ ...('errors' in read && read.errors), ...(isRefusal(picture) && picture.errors) })
    const content = await insertContent(ctx, agency.id, read.draft, picture?.id ?? null)
    await recordContent(ctx, 'created', content)
    return content
  })
}
