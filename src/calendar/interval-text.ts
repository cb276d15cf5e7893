import type { Interval, Week } from '../platform/calendar/calendar-data.ts'

/** ISO weekdays with their names. */
export const weekdayNames = {
  1: 'Senin',
  2: 'Selasa',
  3: 'Rabu',
  4: 'Kamis',
  5: 'Jumat',
  6: 'Sabtu',
  7: 'Minggu',
} as const

const one = /^(\d{1,2})[.:](\d\d)\s*(?:-|–|—|s\.?\/?d\.?|sampai)\s*(\d{1,2})[.:](\d\d)$/i

/** Reads `07.30-12.00, 13.00-16.00`; empty for a day that is not worked; words for what cannot be. Pure. */
export function readIntervals(text: string): readonly Interval[] | string {
  const parts = text.split(/[,;]|\bdan\b/).map((part) => part.trim())
  const intervals: Interval[] = []
  for (const part of parts.filter((part) => part !== '')) {
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = one.exec(part) ?? []
    const [from, to] = [`${h1.padStart(2, '0')}:${m1}`, `${h2.padStart(2, '0')}:${m2}`]
    if (!isTime(from) || !isTime(to)) return `"${part.slice(0, 30)}" bukan jam seperti 07.30-12.00.`
    if (from >= to) return `${part}: jam tutup lebih awal daripada jam buka.`
    if (from < (intervals.at(-1)?.[1] ?? '')) return `${part} mulai sebelum yang di depannya selesai.`
    intervals.push([from, to])
  }
  return intervals
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00'

/** `07.30–12.00, 13.00–16.00`; `tutup` for a day that is not worked. */
export const intervalsInWords = (intervals: readonly Interval[] = []): string =>
  intervals.map(([from, to]) => `${from}–${to}`.replaceAll(':', '.')).join(', ') || 'tutup'

/** Days of the same hours in one line: `Senin–Kamis 07.30–12.00, 13.00–16.00`. */
export function weekInLines(week: Week): string[] {
  const names = Object.entries(weekdayNames)
  const lines: { first: string; last: string; hours: string }[] = []
  for (const [number, name] of names) {
    const hours = intervalsInWords(week[number])
    const before = lines.at(-1)
    if (before?.hours === hours) before.last = name
    else lines.push({ first: name, last: name, hours })
  }
  return lines
    .filter(({ hours }) => hours !== 'tutup')
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes a week: the law sets their sum (Perpres 21/2023: 37.5 hours, in Ramadan 32.5). */
export const minutesAWeek = (week: Week): number =>
  Object.values(week)
    .flat()
    .reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0)
