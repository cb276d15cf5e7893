import sharp from 'sharp'
import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'

/** What X takes for a picture. */
const most = 5 * 1024 * 1024

export interface KeptPicture {
  file: string
  type: string
}

/** Reads an upload whatever its name says, turns it upright, drops its metadata and keeps it as JPEG. */
export async function keepPicture(ctx: Ctx, upload: Upload): Promise<KeptPicture | { error: string }> {
  if (upload.bytes.length > most) return { error: 'Gambar paling besar 5 MB.' }
  try {
    const bytes = await sharp(upload.bytes, { limitInputPixels: 50_000_000 })
      .rotate()
      .resize(2048, 2048, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer()
    const file = `${newId()}.jpg`
    await ctx.platform.files.put(file, bytes)
    return { file, type: 'image/jpeg' }
  } catch {
    return { error: 'Berkas ini bukan gambar yang dapat dibaca (JPEG, PNG, WebP).' }
  }
}
