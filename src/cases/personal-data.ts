import { findNames } from './person-names.ts'

/** What tells who somebody is, or how to find them (UU 27/2022). The words stand in the text where it was. */
export const personalKinds = {
  nik: { name: 'NIK', mask: '[NIK dihapus]' },
  kk: { name: 'nomor KK', mask: '[nomor KK dihapus]' },
  telephone: { name: 'nomor telepon', mask: '[nomor telepon dihapus]' },
  email: { name: 'alamat surel', mask: '[surel dihapus]' },
  card: { name: 'nomor kartu', mask: '[nomor kartu dihapus]' },
  account: { name: 'nomor rekening', mask: '[nomor rekening dihapus]' },
  plate: { name: 'nomor kendaraan', mask: '[nomor kendaraan dihapus]' },
  address: { name: 'alamat rumah', mask: '[alamat dihapus]' },
  handle: { name: 'nama akun', mask: '[nama akun dihapus]' },
  name: { name: 'nama orang', mask: '[nama dihapus]' },
} as const
export type PersonalKind = keyof typeof personalKinds

/** A stretch of a text, half-open, in UTF-16 units. */
export interface PersonalSpan {
  kind: PersonalKind
  from: number
  to: number
}

/** What a citizen should never have to send; names and house numbers may well belong to the matter. */
export const numbersOfPeople: readonly PersonalKind[] = ['nik', 'kk', 'telephone', 'email', 'card', 'account']

// Digits may be parted by one sign: 3275.0101.0190.0001, 0812-3456 7890. Every repetition below is bounded, and starts
// only where a word starts, so that a megabyte of digits costs no more than a megabyte of anything.
const gap = String.raw`[ .\-\u00a0\u2009\u200b-\u200d\u2010-\u2013]?`
const alone = String.raw`(?<![\d+])`
const sixteen = new RegExp(String.raw`${alone}\d(?:${gap}\d){15}(?!\d)`, 'g')
const card = new RegExp(String.raw`${alone}[3-6]\d(?:${gap}\d){11,17}(?!\d)`, 'g')
const abroad = String.raw`(?:\(?(?:\+|00)?62\)?${gap}(?:\(0\))?)`
const mobile = new RegExp(
  String.raw`(?<![\d+])(?:${abroad}|0)${gap}8[1-9](?:${gap}\d){7,10}(?!${gap}\d{3}|\d)|\b(?:WA|HP|telp?|telepon|whatsapp|nomor|no)\b[.: ]{1,3}8[1-9](?:${gap}\d){7,10}(?!\d)`,
  'gi',
)
const landline = new RegExp(
  String.raw`(?<!\d)(?:\(0(?:2\d|[3-79]\d)\d?\)|(?:\+62${gap}|0)(?:2[1-9]|[3-7]\d|9\d)\d?[ \-/])${gap}[2-9](?:${gap}\d){5,7}(?!\d)|(?<!\d)021[2-9]\d{6,7}(?!\d)`,
  'g',
)
const email = /(?<![\w.%+-])[\w.%+-]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/gi
const account = new RegExp(String.raw`\b(?:rekening|norek|rek)\b[^\d\n]{0,30}\d(?:${gap}\d){7,15}(?!\d)`, 'gi')
/** Codes of the provinces, which region codes begin with. */
const provinces = /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/
const areas =
  'A|B|D|E|F|T|Z|G|H|K|R|AA|AB|AD|AE|AG|L|M|N|P|S|W|DK|DR|EA|EB|ED|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|KB|KH|KT|KU|DB|DC|DD|DE|DG|DL|DM|DN|DP|DT|DW|PA|PB'
const plate = new RegExp(
  String.raw`(?<![A-Za-z\d])(?:${areas})[ .-]?[1-9]\d{2,3}[ .-]?[A-Z]{2,3}(?![A-Za-z\d])|(?<![A-Za-z\d])B[ .-]?[1-9]\d{2,3}[ .-]?[A-Z]{1,3}(?![A-Za-z\d])`,
  'g',
)
const address =
  /(?<!\w)(?:RT\.?[ ]?\d{1,3}(?:[ ,/]{0,3}RW\.?[ ]?\d{1,3})?|RW\.?[ ]?\d{1,3}|blok[ ][A-Z]{1,2}[ ]?\d{0,3}(?:[/-]\d{1,3})?(?:[ ,]{0,2}no(?:mor)?\.?[ ]?\d{1,4}[A-Z]?)?|(?:rumah[ ]|jl\.?[ ][^\n,.]{1,40}[ ,])no(?:mor)?\.?[ ]?\d{1,4}[A-Z]?)(?!\w)/gi
const handle = /(?<![\w@./])@\w{3,30}(?![\w@])/g

/**
 * Where a text names people, or tells how to find them; in order, never overlapping. A machine's suggestion: somebody
 * confirms it. Service numbers (112, 1500444) and addresses of the government are nobody's own.
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const found = [
    ...spans(text, sixteen, identityOf),
    ...spans(text, account, () => 'account'),
    ...spans(text, card, (digits) => (passesLuhn(digits) ? 'card' : undefined)),
    ...spans(text, mobile, () => 'telephone'),
    ...spans(text, landline, () => 'telephone'),
    ...spans(text, email, (_digits, [, host = '']) => (/(^|\.)go\.id$/i.test(host) ? undefined : 'email')),
    ...spans(text, plate, () => 'plate'),
    ...spans(text, address, () => 'address'),
    ...spans(text, handle, () => 'handle'),
    ...findNames(text).map((span) => ({ kind: 'name' as const, ...span })),
  ]
  const kept: PersonalSpan[] = []
  // Of two that overlap the one named first above wins: a NIK also looks like a card.
  const taken = found.map((span, rank) => ({ ...span, rank }))
  taken.sort((a, b) => a.from - b.from || a.rank - b.rank)
  for (const { rank: _, ...span } of taken) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span)
  return kept
}

/** The text with words in place of each span; `spans` as `findPersonalData` gives them. */
export function maskPersonalData(text: string, spans: readonly PersonalSpan[]): string {
  let masked = ''
  let done = 0
  for (const { kind, from, to } of spans) {
    masked += text.slice(done, from) + personalKinds[kind].mask
    done = to
  }
  return masked + text.slice(done)
}

function spans(
  text: string,
  pattern: RegExp,
  judge: (digits: string, match: RegExpExecArray, text: string) => PersonalKind | undefined,
): PersonalSpan[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const kind = judge(match[0].replace(/\D/g, ''), match, text)
    return kind ? [{ kind, from: match.index, to: match.index + match[0].length }] : []
  })
}

/**
 * Sixteen digits that begin with a region and hold a date (women's days have 40 added): NIK and KK are built alike
 * (Permendagri 72/2022), only words before them tell which it is. Where such a word stands, a slip of the finger in the
 * digits hides nobody: they count as they are.
 */
function identityOf(digits: string, match: RegExpExecArray, text: string): PersonalKind | undefined {
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))]
  const before = text.slice(Math.max(0, match.index - 30), match.index)
  const [, named = ''] = /\b(nik|ktp|kk|kartu keluarga)\b[^\d]*$/i.exec(before) ?? []
  if (named !== '') return /^k(k|artu)/i.test(named) ? 'kk' : 'nik'
  const birthday = day % 40 >= 1 && day % 40 <= 31 && day <= 71 && month >= 1 && month <= 12
  return birthday && provinces.test(digits) ? 'nik' : undefined
}

/** The check digit of bank cards (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
