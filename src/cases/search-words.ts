import { readFileSync } from 'node:fs'

interface SearchWords {
  /** Words of every text: nobody finds anything by them. */
  tooCommon: readonly string[]
  /** Ways to write one word. */
  same: readonly (readonly string[])[]
}

const shipped: SearchWords = JSON.parse(
  readFileSync(new URL('../../db/data/search-words.json', import.meta.url), 'utf8'),
)

/** PostgreSQL's `indonesian` configuration stems but has no list of its own (stack.md, trap 6). */
export const tooCommon: readonly string[] = shipped.tooCommon
const common = new Set(tooCommon)

/** At most this many words of a search count. */
const most = 8

/** Words of a text as the index cuts them, without those of every text and each once; all of them when all are such. */
export function wordsOf(text: string, limit = most): string[] {
  const all = [
    ...new Set(
      text
        .toLowerCase()
        .slice(0, 2000)
        .split(/[^\p{L}\p{N}]+/u),
    ),
  ].filter(Boolean)
  const telling = all.filter((word) => !common.has(word))
  return (telling.length > 0 ? telling : all).slice(0, limit)
}

/** The word and the other ways to write it. */
export const waysToWrite = (word: string): readonly string[] =>
  shipped.same.find((ways) => ways.includes(word)) ?? [word]

/**
 * How many letters are wrong, left out, added or in each other's place (Damerau and Levenshtein, neighbours only); more
 * than `limit` is answered as `limit + 1`.
 */
export function lettersApart(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const least = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(least, (beforeLast[j - 2] ?? 0) + 1) : least)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

/** How many wrong letters a word of this length may have. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** The words nearest to a mistyped one, those that begin alike first. */
export function nearest(word: string, known: readonly string[], count = 3): string[] {
  const limit = slipsAllowed(word)
  if (limit === 0) return []
  const near = known
    .map((one) => ({ one, apart: lettersApart(word, one, limit), begins: one[0] === word[0] ? 0 : 1 }))
    .filter(({ apart }) => apart <= limit)
    .sort((a, b) => a.apart - b.apart || a.begins - b.begins || a.one.localeCompare(b.one))
  return near
    .filter(({ apart }) => apart === near[0]?.apart)
    .slice(0, count)
    .map(({ one }) => one)
}
