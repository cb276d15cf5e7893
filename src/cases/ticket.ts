import { randomInt } from 'node:crypto'

/** Without 0 O, 1 I L and U: read out by telephone and typed on small keys. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** A tracking code that cannot be guessed from another one: `KB-7F3K-9QX2`, 30^8 of them. */
export function newTicket(): string {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `KB-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The ticket as we write it, of what a person typed (small letters, spaces, hyphens left out); null: not a ticket. */
export function parseTicket(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^KB/, '')
  if (letters.length !== length || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return `KB-${letters.slice(0, 4)}-${letters.slice(4)}`
}
