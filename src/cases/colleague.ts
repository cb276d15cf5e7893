/** Somebody who may read a case and can be asked to look at it, or be given it. */
export interface Colleague {
  personId: string
  name: string
  role: string
  /** Null: of Diskominfostandi, for the whole city. */
  agencyId: string | null
}

/**
 * Whom a note names: `@Sari Contoh`, or `@Sari` where only one is called so. Letters' case does not matter; a name that
 * fits nobody is only text.
 */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): Colleague[] {
  const words = text.toLowerCase()
  const firstNames = colleagues.map(({ name }) => firstOf(name))
  return colleagues.filter(({ name }, i) => {
    if (standsIn(words, name)) return true
    const first = firstNames[i] ?? ''
    return firstNames.filter((other) => other === first).length === 1 && standsIn(words, first)
  })
}

const firstOf = (name: string): string => name.split(' ')[0] ?? name

/** Not within an address of mail, nor as the beginning of a longer name. */
const standsIn = (words: string, name: string): boolean =>
  words.split(`@${name.toLowerCase()}`).some((before, i, parts) => {
    const after = parts[i + 1]
    return after !== undefined && !/[\p{L}\d]$/u.test(before) && !/^[\p{L}\d]/u.test(after)
  })
