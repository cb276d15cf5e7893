import { readFileSync } from 'node:fs'

interface SpamWords {
  selling: readonly string[]
  /** Different words of a seller that make a text suspected; one may be a complaint about it. */
  enough: number
}

const shipped: SpamWords = JSON.parse(readFileSync(new URL('../../db/data/spam-words.json', import.meta.url), 'utf8'))

/**
 * Whether a report looks like advertising: nothing but addresses, or the words of those who sell. It stays a case; it
 * is only set apart, and an officer decides.
 */
export function isSuspected(text: string, { selling, enough }: SpamWords = shipped): boolean {
  const links = text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? []
  const rest = text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')
  const letters = rest.match(/\p{L}/gu)?.length ?? 0
  if (links.length > 0 && letters < 15 * links.length) return true
  const plain = ` ${rest.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return selling.filter((words) => plain.includes(` ${words} `)).length >= enough
}
