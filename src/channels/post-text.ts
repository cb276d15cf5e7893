import type { FieldErrors } from '../platform/refusal.ts'
import type { Adapter } from './adapter.ts'
import { isTheme } from './post.ts'

/** The most posts a thread may have: what X itself lets one write at once. */
export const threadLimit = 25

/** A broadcast as its author writes it. Instants are WIB as a form sends them, `YYYY-MM-DDTHH:MM`; '' is none. */
export interface PostInput {
  text: string
  theme: string
  /** Further posts of the thread; empty ones are left out. */
  rest?: readonly string[]
  pictureAlt?: string
  decorative?: boolean
  scheduledFor?: string
  embargoUntil?: string
  newsUrl?: string
  contentId?: string
  announcementId?: string
  nationalMessageId?: string
}

/** Longer texts are not even counted. */
const countable = 5000

function refuseOne(text: string, length: Adapter['length']): string | undefined {
  if (length === null) return undefined
  const counted = text.length > countable ? text.length : length.of(text)
  return counted > length.most ? `Terlalu panjang: ${counted} dari ${length.most}. Persingkat dahulu.` : undefined
}

/**
 * What is wrong with the words of a broadcast, counted as its platform counts. Errors under `text`, `text2`... and
 * `theme`.
 */
export function refuseText({ text, rest = [], theme }: PostInput, length: Adapter['length']): FieldErrors {
  const errors: FieldErrors = {}
  const wrong = text === '' ? 'Tuliskan isi siaran.' : refuseOne(text, length)
  if (wrong) errors.text = wrong
  const texts = [text, ...rest]
  for (const [i, further] of rest.entries()) {
    const wrong =
      texts.indexOf(further) <= i ? 'Isi bagian ini sama dengan bagian sebelumnya.' : refuseOne(further, length)
    if (wrong) errors[`text${i + 2}`] = wrong
  }
  if (texts.length > threadLimit) errors.text = `Utas paling banyak ${threadLimit} bagian.`
  if (!isTheme(theme)) errors.theme = 'Pilih salah satu tema.'
  return errors
}
