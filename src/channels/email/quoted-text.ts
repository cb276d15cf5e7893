/** Where the words of an earlier mail begin, as mail programs write it in Indonesian and English. */
const beginnings: readonly RegExp[] = [
  /^-{2,}\s*(original message|pesan asli|forwarded message|pesan terusan)\s*-{2,}/i,
  /^_{10,}$/,
  /^(pada|on)\b.{5,200}\b(menulis|wrote)\s*:\s*$/i,
  /^(from|dari)\s*:.+@.+$/i,
]

/** A line that only says who wrote the quotation may be broken in two by the program that made it. */
const brokenBeginning = /^(pada|on)\b.{5,200}\n.{0,100}\b(menulis|wrote)\s*:\s*$/i

/**
 * The words of this mail without those it quotes below, and without the signature. What would leave nothing is left
 * whole: a mail may consist of a quotation. Pure.
 */
export function cutQuoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex(
    (line, i) =>
      line === '-- ' ||
      beginnings.some((shape) => shape.test(line.trim())) ||
      brokenBeginning.test(`${line.trim()}\n${(lines[i + 1] ?? '').trim()}`) ||
      (line.startsWith('>') && lines.slice(i).every((rest) => rest.startsWith('>') || rest.trim() === '')),
  )
  const own = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
  return own === '' ? text.trim() : own
}
