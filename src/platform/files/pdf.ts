import { constants, inflateSync } from 'node:zlib'

/** Why a PDF cannot be taken. `active`: it holds a program, starts one, or carries files. */
export type PdfFault = 'no-pdf' | 'locked' | 'active' | 'unreadable'

/** Names of ISO 32000 with which a document does something by itself or hides another file. */
const activeNames = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
  'Movie',
  'Sound',
])
const mostInflated = 64 * 1024 * 1024
const mostStreams = 50_000
/** A dictionary longer than this belongs to no stream that an honest program writes. */
const longestDictionary = 4096

export const looksLikePdf = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 1024).includes('%PDF-')

/**
 * Looks at every name of the document, also in what is compressed. Strict on purpose: what cannot be looked into (a
 * password, an unusual packing of objects) is refused, never guessed. Undefined when it may be taken.
 */
export function pdfFault(bytes: Buffer): PdfFault | undefined {
  if (!looksLikePdf(bytes)) return 'no-pdf'
  const text = bytes.toString('latin1')
  if (!/startxref\s+\d+/.test(text.slice(-2048))) return 'unreadable'
  const names = namesOf(text)
  if (names.has('Encrypt')) return 'locked'
  if (isActive(names)) return 'active'
  let left = mostInflated
  let streams = 0
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    if (++streams > mostStreams) return 'unreadable'
    const dictionary = dictionaryBefore(text, match.index)
    if (dictionary.kind === 'picture') continue
    const data = inflated(bytes.subarray(match.index + match[0].length), left)
    if (data === 'too-large' || (data === null && dictionary.kind !== 'other')) return 'unreadable'
    if (data === null) continue
    if (dictionary.kind !== 'other' && !dictionary.packedOnce) return 'unreadable'
    left -= data.length
    if (isActive(namesOf(data.toString('latin1')))) return 'active'
  }
  return undefined
}

const isActive = (names: ReadonlySet<string>): boolean => [...names].some((name) => activeNames.has(name))

/** Every name, with its `#4a` escapes read. */
function namesOf(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, name = ''] of text.matchAll(/\/([^\s\0()<>[\]{}/%]{1,64})/g))
    names.add(
      name.includes('#')
        ? name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : name,
    )
  return names
}

/**
 * What a stream says of itself. Readers find packed objects by `N` and `First`, whatever the rest says. `doubtful`: the
 * dictionary holds text, in which another dictionary could be feigned; it is believed nothing.
 */
function dictionaryBefore(text: string, at: number) {
  const before = text.slice(Math.max(0, at - longestDictionary), at)
  const head = lastHeader(before) ?? before
  const names = namesOf(head)
  const plain = /^[\r\n]\s*\d+\s+\d+\s+obj\s*<<[^()%]*>>\s*$/.test(head)
  // Another filter, one named elsewhere, or a predictor would turn the text into something else once more.
  const again = [...names].some((name) => /^(\w+Decode|LZW|AHx|A85|RL|Predictor)$/.test(name) && name !== 'FlateDecode')
  const packedOnce = !again && !/\/(Filter|DecodeParms|DP|F)\s*\d+\s+\d+\s+R/.test(head)
  if (!plain) return { kind: 'doubtful', packedOnce } as const
  if (names.has('N') && names.has('First')) return { kind: 'objects', packedOnce } as const
  return { kind: names.has('Image') ? 'picture' : 'other', packedOnce } as const
}

function lastHeader(before: string): string | undefined {
  const obj = before.lastIndexOf(' obj')
  const line = Math.max(before.lastIndexOf('\n', obj), before.lastIndexOf('\r', obj))
  return obj < 0 || line < 0 ? undefined : before.slice(line)
}

/** Null for what is not packed by Flate alone, or is damaged. */
function inflated(data: Buffer, most: number): Buffer | 'too-large' | null {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}
