/**
 * The text of a file as Indonesian offices send it: UTF-8 or UTF-16 by its mark, else UTF-8 when it is well-formed,
 * else Windows-1252, what older Excel writes. Null for what is no text (a workbook, a picture).
 */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
