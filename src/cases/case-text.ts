import twitter from 'twitter-text'
import type { FieldErrors } from '../platform/refusal.ts'

/** Characters. Above the longest post a channel brings (25,000 on X). */
export const longestText = 30_000
const longestPlace = 300
const longestContact = 200
const longestSubject = 90

const count = (text: string): number => [...text].length
const shown = new Intl.NumberFormat('id-ID')

/** `Laporan terlalu panjang: ...`; undefined when the text will do. */
export function refuseText(text: string, what: string, longest = longestText, shortest = 1): string | undefined {
  const length = count(text)
  if (length === 0) return `${what} belum diisi.`
  if (length < shortest) return `${what} terlalu singkat: tuliskan paling sedikit ${shortest} huruf.`
  if (length > longest)
    return `${what} terlalu panjang: ${shown.format(length)} huruf, paling banyak ${shown.format(longest)}.`
  return undefined
}

/** Errors of what opens a case, by field name; empty when all will do. */
export function refuseOpening(input: { text: string; place: string; contact: string; name: string }): FieldErrors {
  const checks: [field: string, error: string | undefined][] = [
    ['text', refuseText(input.text, 'Laporan')],
    ['place', input.place === '' ? undefined : refuseText(input.place, 'Tempat', longestPlace)],
    ['contact', input.contact === '' ? undefined : refuseText(input.contact, 'Kontak', longestContact)],
    ['name', input.name === '' ? undefined : refuseText(input.name, 'Nama', longestContact)],
  ]
  return Object.fromEntries(checks.flatMap(([field, error]) => (error ? [[field, error]] : [])))
}

/** One line for lists, made of the first words of a text; whom it was addressed to on a channel is left out. */
export function subjectOf(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  const line = whole.replace(/^(@\w+ )+/, '')
  if (count(line) <= longestSubject) return line
  const cut = [...line].slice(0, longestSubject).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > longestSubject / 2 ? cut.slice(0, space) : cut}…`
}

/** 500 on Mastodon, less the name of whom one answers: at most 30 letters, `@` and a space. */
const longestOnMastodon = 468

/** X and Mastodon count a link as 23 characters, X an emoji as two; longer answers are refused there. */
export function refuseAnswerText(text: string, channel: string): string | undefined {
  if (channel === 'mastodon')
    return refuseText(text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)), 'Jawaban', longestOnMastodon)
  const wrong = refuseText(text, 'Jawaban', 5_000)
  if (wrong || channel !== 'x') return wrong
  const { valid, weightedLength } = twitter.parseTweet(text)
  if (valid) return undefined
  return `Jawaban terlalu panjang untuk X: ${weightedLength} dari 280 huruf (tautan dihitung 23).`
}
