import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Picture } from './picture.ts'
import './data/tables.ts'

/** The picture of an item, for who has already found that item. */
export async function findPicture(ctx: Ctx, id: string | null): Promise<Picture | null> {
  if (id === null) return null
  const row = await ctx.db
    .selectFrom('media')
    .select(['id', 'alt', 'width', 'height', 'widths', 'wordless'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { wordless, widths, ...picture } = row
  return { ...picture, widths: widths as number[], ...(wordless && { wordless }) }
}

/**
 * Bytes of `ID-WIDTH.webp`. What was ever published is for everybody, and for ever; the rest is for those who may read
 * the agency's content. Throws `Missing`.
 */
export async function findPictureFile(ctx: Ctx, file: string): Promise<{ bytes: Buffer; wasPublic: boolean }> {
  const id = /^(.+)-\d+\.webp$/.exec(file)?.[1] ?? ''
  const row = isId(id)
    ? await ctx.db
        .selectFrom('media')
        .select((media) => [
          'media.agency_id as agencyId',
          media
            .exists(media.selectFrom('content_revision').select('id').whereRef('picture_id', '=', 'media.id'))
            .as('wasPublic'),
        ])
        .where('media.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row || (!row.wasPublic && !may(ctx.actor, 'content.read', row.agencyId))) throw new Missing(`picture ${file}`)
  return { bytes: await ctx.platform.files.get(file), wasPublic: Boolean(row.wasPublic) }
}
