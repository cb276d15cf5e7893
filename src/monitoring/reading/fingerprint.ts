import { createHash } from 'node:crypto'

/** Characters; what comes after says nothing new about whether somebody writes. */
const longestText = 40_000

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Lower case, NFC, without clocks and digits (counters): what is left moves only when somebody writes. */
export const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\d:.,]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * Fingerprint of a text: 64-bit SimHash over word 3-grams (16 hex digits), or, under 40 words, where SimHash jumps,
 * `=` and the first 16 digits of SHA-256.
 */
export function fingerprint(text: string): string {
  const words = normalise(text.slice(0, longestText)).split(' ')
  if (words.length < 40) return `=${sha256(words.join(' ')).slice(0, 16)}`
  const weights = new Array<number>(64).fill(0)
  for (let i = 0; i + 2 < words.length; i++) {
    const hash = createHash('sha256')
      .update(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
      .digest()
    for (let bit = 0; bit < 64; bit++)
      weights[bit] = (weights[bit] ?? 0) + (((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1 ? 1 : -1)
  }
  const value = weights.reduce((sum, weight, bit) => (weight > 0 ? sum | (1n << BigInt(bit)) : sum), 0n)
  return value.toString(16).padStart(16, '0')
}

/**
 * Whether two fingerprints are of texts that really differ. A SimHash distance up to 3 is trivial (a typing error, a
 * rotating word): measured on edits elsewhere, up to 2 % changed words stay below 6 and 5 to 10 % give 8 to 12.
 */
export function reallyDiffers(before: string, after: string): boolean {
  if (before === after) return false
  if (before.startsWith('=') || after.startsWith('=')) return true
  return distance(before, after) > 3
}

function distance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; differing > 0n; differing &= differing - 1n) count++
  return count
}
