import type { Ctx } from '../platform/ctx.ts'
import { uprightPhoto } from '../platform/files/photo.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { refuseAlt } from '../platform/picture/picture-words.ts'
import { refuseBytes } from '../platform/picture/refuse-picture.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { byActor } from './data/contents.ts'
import { type Picture, pictureFile } from './picture.ts'
import './data/tables.ts'

export interface PictureInput {
  bytes: Buffer
  alt: string
  decorative: boolean
  /** Missing or poor words are taken too: somebody of the agency writes them before it can be submitted. */
  wordsLater?: boolean
}

const wantedWidths = [480, 960, 1600]

/**
 * Keeps a picture: read by its content (never its name), turned upright, freed of EXIF (place, camera, person), made
 * small as WebP. Errors under `picture` and `alt`. The caller has asked the policy.
 */
export async function addPicture(ctx: Ctx, agencyId: string, input: PictureInput): Promise<Picture | Refusal> {
  const alt = cleanText(input.alt).replace(/\s+/g, ' ')
  const poor = refuseAlt(alt, input.decorative)
  const errors = { ...(!input.wordsLater && poor), ...(await refuseBytes(input.bytes)) }
  if (Object.keys(errors).length > 0) return invalid(errors)
  const id = newId()
  const whole = uprightPhoto(input.bytes)
  const { width } = (await whole.metadata()).autoOrient
  const widths = [...wantedWidths.filter((wanted) => wanted < width), Math.min(width, wantedWidths.at(-1) ?? width)]
  let height = 0
  for (const one of widths) {
    const { data, info } = await whole
      .clone()
      .resize({ width: one })
      .webp({ quality: 74 })
      .toBuffer({ resolveWithObject: true })
    await ctx.platform.files.put(pictureFile(id, one), data)
    height = info.height
  }
  const by = byActor(ctx)
  const picture = { id, alt, width: widths.at(-1) ?? width, height, widths }
  await ctx.db
    .insertInto('media')
    .values({
      ...picture,
      agency_id: agencyId,
      widths: JSON.stringify(widths),
      wordless: Object.keys(poor).length > 0,
      author_id: by.id,
      author_name: by.name,
      created_at: ctx.now,
    })
    .execute()
  return picture
}

/** Gives a picture that is there other words. What was published keeps the words it was published with. */
export async function describePicture(
  ctx: Ctx,
  id: string,
  input: Pick<PictureInput, 'alt' | 'decorative'>,
): Promise<Refusal | undefined> {
  const alt = cleanText(input.alt).replace(/\s+/g, ' ')
  const errors = refuseAlt(alt, input.decorative)
  if (Object.keys(errors).length > 0) return invalid(errors)
  await ctx.db.updateTable('media').set({ alt, wordless: false }).where('id', '=', id).execute()
  return undefined
}
