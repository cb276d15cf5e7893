import { addDays } from '../platform/time.ts'
import { isDay, monthNamed, monthPattern } from './day-in-words.ts'

/** The days a line of a decree names, and the text before and after them; or why they cannot be read. */
export type DaysInLine = { days: string[]; before: string; after: string } | { wrong: string }

const until = String.raw`\s*(?:-|s\.?\s?\/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*`
const also = String.raw`\s*(?:,\s*(?:dan\b\s*)?|\bdan\b\s*|&)\s*`
const more = String.raw`(?:${until}|${also})\d{1,2}(?!\d)`
/** A year after a month: of four digits, or of two behind a hyphen or stroke as Excel writes it. */
const year = String.raw`(?:[\s,./-]*\b(\d{4})\b|[/-](\d{2})\b)?`
const inWords = String.raw`(?<!\d)(\d{1,2})[\s./-]*\b(${monthPattern})\b\.?${year}`
const inFigures = String.raw`(?<!\d)(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)`

const range = [inWords, inFigures].map((one) => new RegExp(`${one}${until}${one}`, 'i'))
const several = new RegExp(String.raw`(?<!\d)(\d{1,2}(?:${more})+)[\s./-]*\b(${monthPattern})\b\.?${year}`, 'i')
const single = [inWords, inFigures].map((one) => new RegExp(one, 'i'))

/** More than the longest holiday there is. */
const longest = 31

/**
 * Finds the days named in a line: `1 Januari 2027`, `01/01/2027`, `1-Jan-27`, `18-24 Maret 2026`, `20, 23, dan 24
 * Maret`, `31 Maret - 1 April 2025`. A day without a year is of `decreed`. Null where the line names none. Pure.
 */
export function daysInLine(line: string, decreed: number): DaysInLine | null {
  const [rangeWords, rangeFigures] = range.map((pattern) => pattern.exec(line))
  if (rangeWords) {
    const [, d1, m1, y1, s1, d2, m2, y2, s2] = rangeWords
    const end = yearOf(y2, s2, decreed)
    return found(line, rangeWords, between(dayOf(d1, m1, yearOf(y1, s1, end)), dayOf(d2, m2, end)))
  }
  if (rangeFigures) {
    const [, a1, , b1, c1, a2, , b2, c2] = rangeFigures
    return found(line, rangeFigures, between(figures(a1, b1, c1), figures(a2, b2, c2)))
  }
  const list = several.exec(line)
  if (list) {
    const [, dates = '', month, long, short] = list
    return found(
      line,
      list,
      eachOf(dates, (date) => dayOf(date, month, yearOf(long, short, decreed))),
    )
  }
  const [words, figured] = single.map((pattern) => pattern.exec(line))
  if (words && (!figured || words.index <= figured.index)) {
    const [, date, month, long, short] = words
    return found(line, words, only(dayOf(date, month, yearOf(long, short, decreed))))
  }
  if (!figured) return null
  const [, a, , b, c] = figured
  return found(line, figured, only(figures(a, b, c)))
}

function found(line: string, match: RegExpExecArray, days: string[] | null): DaysInLine {
  if (days === null) return { wrong: `"${match[0].trim()}" bukan tanggal yang ada` }
  if (days.length > longest) return { wrong: `"${match[0].trim()}" lebih dari ${longest} hari` }
  return { days, before: line.slice(0, match.index), after: line.slice(match.index + match[0].length) }
}

const yearOf = (long: string | undefined, short: string | undefined, otherwise: number): number =>
  Number(long ?? (short === undefined ? otherwise : `20${short}`))

const dayOf = (date: string | undefined, month: string | undefined, year: number): string | null =>
  dayOfNumbers(year, monthNamed(month ?? ''), Number(date))

/** `2027/01/05` or `05/01/2027`: the day before the month, as Indonesia writes; never the other way round. */
function figures(a = '', month = '', c = ''): string | null {
  if (a.length === 4) return dayOfNumbers(Number(a), Number(month), Number(c))
  return dayOfNumbers(Number(c.length === 2 ? `20${c}` : c), Number(month), Number(a))
}

function dayOfNumbers(year: number, month: number, date: number): string | null {
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? day : null
}

const only = (day: string | null): string[] | null => (day === null ? null : [day])

function between(first: string | null, last: string | null): string[] | null {
  if (first === null || last === null || first > last) return null
  const days: string[] = []
  for (let day = first; day <= last && days.length <= longest; day = addDays(day, 1)) days.push(day)
  return days
}

/** `18-20, 23 dan 24`: ranges and single dates of one month. */
function eachOf(dates: string, day: (date: string) => string | null): string[] | null {
  const parts = dates.split(new RegExp(also, 'i')).map((part) => part.split(new RegExp(until, 'i')))
  const all = parts.flatMap(([first = '', last = first]) => between(day(first), day(last)) ?? [null])
  return all.every((one) => one !== null) ? all : null
}
