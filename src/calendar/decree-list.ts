import type { DayOffKind } from '../platform/calendar/calendar-data.ts'
import { formatDay, formatWeekday } from '../platform/time.ts'
import { isWeekday, monthPattern, weekdayPattern } from './day-in-words.ts'
import { daysInLine } from './days-in-line.ts'

export interface ListedDay {
  day: string
  /** Null only where no kind is asked for. */
  kind: DayOffKind | null
  name: string
}

/** A line and what is to be said of it. */
export interface LineNote {
  /** From 1. */
  line: number
  text: string
  why: string
}

export interface DecreeList {
  days: ListedDay[]
  /** Lines that speak of a day and could not be understood: the list is not taken with them. */
  wrong: LineNote[]
  /** Lines that were left out without harm: headings, and what was said before. */
  skipped: LineNote[]
}

/** What a list without kinds and names is read for: days that are withdrawn. */
interface Reading {
  year: number
  daysOnly?: boolean
}

/** A day: a line. No year has a tenth of this. */
const longestList = 1000

/** Letters in a line; the longest name of a holiday has fifty. */
const longestLine = 300

/**
 * Reads the list of a decree as it is typed or pasted, from a letter or from Excel: a line names one day or several,
 * their weekday if it likes, kind and name, in any usual order; or the kind stands in a heading above. Pure.
 */
export function readDecreeList(list: string, { year, daysOnly = false }: Reading): DecreeList {
  const read: DecreeList = { days: [], wrong: [], skipped: [] }
  const seen = new Map<string, number>()
  let heading: DayOffKind | null = null
  for (const [i, raw] of list.split(/\r\n?|\n/).entries()) {
    const text = plain(raw)
    if (text === '') continue
    const note = (why: string): LineNote => ({ line: i + 1, text: text.replaceAll('\t', ' ').slice(0, 80), why })
    if (i >= longestList) {
      read.wrong.push(note(`daftar lebih dari ${longestList} baris`))
      break
    }
    const line = text.length > longestLine ? tooLong : readLine(text, year)
    if ('heading' in line) {
      heading = line.heading ?? heading
      read.skipped.push(note(line.heading ? `judul: ${kindWords[line.heading]}` : 'tidak menyebut tanggal'))
      continue
    }
    if ('wrong' in line) {
      read.wrong.push(note(line.wrong))
      continue
    }
    const kind = line.kind ?? heading
    const why = daysOnly ? undefined : lacking(kind, line.name)
    if (why !== undefined) {
      read.wrong.push(note(why))
      continue
    }
    for (const day of line.days) {
      const before = seen.get(`${day} ${kind}`)
      if (before === undefined) read.days.push({ day, kind, name: line.name })
      else read.skipped.push(note(`${formatDay(day)} sudah disebut pada baris ${before}`))
      seen.set(`${day} ${kind}`, before ?? i + 1)
    }
  }
  return read
}

const tooLong = { wrong: `baris lebih dari ${longestLine} huruf` }

const kindWords = { national: 'libur nasional', 'joint-leave': 'cuti bersama' } as const

const lacking = (kind: DayOffKind | null, name: string): string | undefined => {
  if (kind === null)
    return 'jenis belum ditulis: "nasional" atau "cuti bersama", pada barisnya atau sebagai judul di atasnya'
  if (name === '') return 'nama hari libur belum ditulis'
  return name.length > 120 ? 'nama lebih dari 120 huruf' : undefined
}

/** Spaces, hyphens and bullets of letters and spreadsheets, made plain; tabs stay, they separate. */
const plain = (line: string): string =>
  line
    .replace(/[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/ ?\b00:00(:00)?\b/g, '')
    .trim()

/** A number before the first date: `1.`, `2)`, `3` and a tab, and what a PDF makes of a column of numbers. */
const ordinal = new RegExp(
  String.raw`^(?:[-*•]\s*)?(?:\(?\d{1,3}[.)]\s+|\d{1,3}\s*[\t;|]\s*|\d{1,3}\s+(?=\d{1,2}\s*(?:,|-|dan\b|${monthPattern}\b)))`,
  'i',
)
const weekdays = String.raw`${weekdayPattern}(?:\s*(?:,|-|dan|&|s\.?d\.?|,\s*dan)\s*${weekdayPattern})*`
const weekdaysBefore = new RegExp(String.raw`(?:^|[\s(;|])(${weekdays})[\s,;|)-]*$`, 'i')
const weekdaysAfter = new RegExp(String.raw`^[\s,;|(-]*(${weekdays})(?!\s+agung)(?=[\s,;|):-]|$)`, 'i')
/** Has the shape of a date that is none: `1 Januri 2027`, `30 Februari`, `32/1`. */
const datelike = new RegExp(
  String.raw`\d{1,4}[/]\d|\d\s*-\s*\d|\b\d{1,2}\s+(?!tahun\b)[a-z]{3,}\.?\s+\d{4}\b|\b${monthPattern}\b`,
  'i',
)

type Line =
  | { heading: DayOffKind | null }
  | { wrong: string }
  | { days: string[]; kind: DayOffKind | null; name: string }

function readLine(text: string, year: number): Line {
  const found = daysInLine(text.replace(ordinal, ''), year)
  if (found === null)
    return datelike.test(text) && /\d/.test(text) ? { wrong: 'tanggal tidak dikenali' } : { heading: headingOf(text) }
  if ('wrong' in found) return found
  const other = found.days.find((day) => !day.startsWith(`${year}-`))
  if (other !== undefined) return { wrong: `${formatDay(other)} bukan tanggal tahun ${year}` }
  const [before, after] = [weekdaysBefore.exec(found.before), weekdaysAfter.exec(found.after)]
  const wrong = wrongWeekday(found.days, before?.[1] ?? after?.[1])
  if (wrong !== undefined) return { wrong }
  const rest = [
    before ? found.before.slice(0, before.index) : found.before,
    after ? found.after.slice(after[0].length) : found.after,
  ]
  return { days: found.days, ...nameAndKind(rest) }
}

function headingOf(text: string): DayOffKind | null {
  const [national, leave] = [/libur\s+nasional/i.test(text), /cuti\s+bersama/i.test(text)]
  if (national === leave) return null
  return national ? 'national' : 'joint-leave'
}

/** A weekday that does not fit its day gives away the list of another year. */
function wrongWeekday(days: readonly string[], named: string | undefined): string | undefined {
  const names = named?.match(new RegExp(weekdayPattern, 'gi')) ?? []
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const wrong = [[first, names[0]] as const, [last, names.at(-1)] as const].find(
    ([day, name]) => name !== undefined && !isWeekday(day, name),
  )
  return wrong && `${formatWeekday(wrong[0])}, bukan ${wrong[1]}`
}

const kindOf = (part: string): DayOffKind | null => {
  if (/^\(?(?:hari\s+)?(?:libur\s+)?nasional\)?$/i.test(part) || /^ln$/i.test(part)) return 'national'
  return /^\(?(?:cuti\s+bersama|cb)\)?$/i.test(part) ? 'joint-leave' : null
}

function nameAndKind(rest: readonly string[]): { kind: DayOffKind | null; name: string } {
  const parts = rest
    .flatMap((part) => part.split(/[;|\t]/))
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[\s,.:)-]+|[\s,:(*-]+$/g, ''))
    .filter((part) => part !== '')
  const kinds = parts.map(kindOf).filter((kind) => kind !== null)
  const name = parts.filter((part) => kindOf(part) === null).join('; ')
  const led = /^(?:(cuti bersama)|(?:hari )?(?:libur )?nasional)\b[\s:,-]*(?=\S)/i.exec(name)
  const tailed = /[\s,]*\((?:(cuti bersama)|libur nasional)\)$/i.exec(name)
  const said = led ?? tailed
  if (kinds[0] !== undefined || !said) return { kind: kinds[0] ?? null, name }
  return {
    kind: said[1] ? 'joint-leave' : 'national',
    name: led ? name.slice(led[0].length) : name.slice(0, tailed?.index),
  }
}
