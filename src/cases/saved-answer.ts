import type { FieldErrors } from '../platform/refusal.ts'
import { refuseText } from './case-text.ts'

/** Text to answer with again. */
export interface SavedAnswer {
  id: string
  /** Null: of the whole city. */
  agencyId: string | null
  title: string
  text: string
}

/** What stands in braces and is filled in when the answer is made of it. */
export const placeholders = ['{tiket}', '{perangkat-daerah}'] as const

/** The text with its placeholders filled in. */
export const filledIn = (text: string, given: { ticket: string; agencyName: string }): string =>
  text.replaceAll('{tiket}', given.ticket).replaceAll('{perangkat-daerah}', given.agencyName)

/** Placeholders nobody can fill, so that a citizen never reads a brace. */
const unknownIn = (text: string): string | undefined =>
  text.match(/\{[^{}\n]{0,40}\}/g)?.find((found) => !(placeholders as readonly string[]).includes(found))

/** Errors by field name; empty when it will do. */
export function refuseSavedAnswer(input: { title: string; text: string }): FieldErrors {
  const title = refuseText(input.title, 'Judul', 100)
  const unknown = unknownIn(input.text)
  const text =
    refuseText(input.text, 'Teks', 5_000) ??
    (unknown && `${unknown} tidak dikenal. Yang dapat dipakai: ${placeholders.join(' dan ')}.`)
  return { ...(title && { title }), ...(text && { text }) }
}
