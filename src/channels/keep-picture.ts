import type { Ctx } from '../platform/ctx.ts'
import { uprightPhoto } from '../platform/files/photo.ts'
import { newId } from '../platform/id.ts'

interface KeptPicture {
  file: string
  width: number
  height: number
}

/** Keeps a picture as X takes it: upright, free of what the camera told, at most 2048 px wide and high, as JPEG. */
export async function keepPicture(ctx: Ctx, bytes: Buffer): Promise<KeptPicture> {
  const { data, info } = await uprightPhoto(bytes)
    .resize(2048, 2048, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
  const file = `${newId()}.jpg`
  await ctx.platform.files.put(file, data)
  return { file, width: info.width, height: info.height }
}
