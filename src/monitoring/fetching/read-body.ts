import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Reads at most `limit` bytes, counted after decompression, and then closes the connection: neither an endless
 * answer nor a small one that unpacks to gigabytes costs more than that.
 */
export async function readBody(
  stream: Readable,
  encoding: string,
  limit: number,
): Promise<{ bytes: Buffer; truncated: boolean }> {
  const decoder = decoders[encoding.trim().toLowerCase()]?.()
  if (decoder) stream.on('error', (error) => decoder.destroy(error)).pipe(decoder)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of decoder ?? stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) break
    }
  } finally {
    decoder?.destroy()
    stream.on('error', () => {}).destroy()
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), truncated: size > limit }
}

/** Text in the charset that the header or the page itself names, else UTF-8. Never throws; without NUL. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const named = /charset=["']?([\w-]+)/i
  const label =
    named.exec(contentType)?.[1] ??
    /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1] ??
    /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ??
    'utf-8'
  let decoder = new TextDecoder()
  try {
    decoder = new TextDecoder(label)
  } catch {
    // an unknown charset: UTF-8 is the best guess
  }
  return decoder.decode(bytes).replaceAll('\0', '')
}
