/**
 * How alike two texts are, 0 to 1: of the different pairs of neighbouring words that either has, the share that both
 * have (Jaccard). Links, handles, signs, emoji and the size of letters do not count. Texts of one word are compared as
 * words.
 */
export function likeness(one: string, other: string): number {
  return shareOf(pairsOf(one), pairsOf(other))
}

/** Its pairs of neighbouring words, for comparing one text with many. */
export function pairsOf(text: string): Set<string> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+|\b([\w-]+\.)+[a-z]{2,}\b(\/\S*)?|@\w+/g, ' ')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
  if (words.length < 2) return new Set(words)
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}

export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let both = 0
  for (const pair of one) if (other.has(pair)) both += 1
  return both / (one.size + other.size - both)
}
