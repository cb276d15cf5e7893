import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { addPicture, describePicture, type PictureInput } from './add-picture.ts'
import { type Content, refuseStale, refuseToChange } from './content.ts'
import { updateContent } from './data/contents.ts'
import { type DraftInput, readDraft } from './draft.ts'
import { findContentToChange } from './find-contents.ts'
import { recordContent } from './record-content.ts'

export interface Change extends DraftInput {
  id: string
  /** The version the writer saw; a differing one is a conflict. */
  version?: number | undefined
  /** Absent: the picture stays as it is. `null`: no picture any more. */
  picture?: PictureInput | null | undefined
  /** Other words for the picture that stays. */
  pictureWords?: Pick<PictureInput, 'alt' | 'decorative'> | undefined
  /** Whether readers of a published item should be told of this change. */
  significant?: boolean | undefined
}

/**
 * Works on an item. The public goes on seeing what was last approved: a change of a published item becomes a draft
 * that has to be approved anew. Kind and address of what was ever public stay.
 */
export async function changeContent(ctx: Ctx, input: Change): Promise<Content | Refusal> {
  return transaction(ctx, async (ctx) => {
    const content = await findContentToChange(ctx, input.id)
    const refusal =
      refuseUnless(ctx.actor, 'content.write', content.agencyId) ??
      refuseToChange(content) ??
      refuseStale(content, input.version)
    if (refusal) return refusal
    const kind = content.firstPublishedAt === null ? input.kind : content.kind
    const read = readDraft({ ...input, kind })
    const picture = await choosePicture(ctx, content, input)
    if (isRefusal(picture) && picture.refusal !== 'invalid') return picture
    if ('errors' in read || isRefusal(picture))
      return invalid({ ...('errors' in read && read.errors), ...(isRefusal(picture) && picture.errors) })
    const changed = await updateContent(ctx, content, read.draft, {
      pictureId: picture,
      significant: content.firstPublishedAt === null || (input.significant ?? false),
    })
    await recordContent(ctx, 'edited', changed)
    return changed
  })
}

/** Id of the picture the item has from now on. */
async function choosePicture(ctx: Ctx, content: Content, input: Change): Promise<string | null | Refusal> {
  if (input.picture === null) return null
  if (input.picture) {
    const added = await addPicture(ctx, content.agencyId, input.picture)
    return isRefusal(added) ? added : added.id
  }
  if (content.pictureId === null || !input.pictureWords) return content.pictureId
  return (await describePicture(ctx, content.pictureId, input.pictureWords)) ?? content.pictureId
}
