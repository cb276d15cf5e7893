import sharp, { type Sharp } from 'sharp'

/** Formats a photo comes in, told by its first bytes. SVG is a program, not a photo. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic'

/** Why a photo cannot be taken: `heic` is one we know and cannot decode (its codec is patented). */
export type PhotoFault = 'no-photo' | 'heic' | 'too-wide' | 'broken'

/** A small file can hold a picture as large as a wall: what is decoded is bounded. */
const mostPixels = 60_000_000

/** By content, never by name; null for everything that is no photo. */
export function photoFormat(bytes: Buffer): PhotoFormat | null {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp'
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'tiff'
  const brand = /^[\s\S]{4}ftyp([\s\S]{4})/.exec(head)?.[1] ?? ''
  if (/^avi[fs]/.test(brand)) return 'avif'
  return /^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(brand) ? 'heic' : null
}

/** Undefined when it can be decoded: the head may be right and the rest broken, only decoding tells. */
export async function photoFault(bytes: Buffer): Promise<PhotoFault | undefined> {
  const format = photoFormat(bytes)
  if (format === null) return 'no-photo'
  if (format === 'heic') return 'heic'
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return 'too-wide'
    await sharp(bytes, { limitInputPixels: mostPixels }).resize(16).toBuffer()
    return undefined
  } catch {
    return 'broken'
  }
}

/** The photo turned upright; what is made of it carries no EXIF (place, camera, person). */
export const uprightPhoto = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: mostPixels }).autoOrient()
