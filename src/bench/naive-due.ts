import type { CalendarData, Interval } from '../platform/calendar/calendar-data.ts'

const DAY = 86_400_000
const WIB = 7 * 3_600_000

type Times = readonly (readonly [from: number, to: number])[]

/** What a loop needs to know of an office, read once: days are numbers since 1970, times of day milliseconds. */
export interface PlainOffice {
  hours: readonly { from: number; to: number; week: readonly Times[] }[]
  off: ReadonlySet<number>
}

export function plainOffice({ hours, daysOff }: CalendarData): PlainOffice {
  const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
  return {
    hours: hours
      .map(({ from, to, week }) => ({
        from: number(from),
        to: to === null ? Number.POSITIVE_INFINITY : number(to),
        week: [7, 1, 2, 3, 4, 5, 6].map((weekday) => (week[weekday] ?? []).map(timesOf)),
      }))
      // What begins later is asked first.
      .reverse(),
    off: new Set(daysOff.map(({ day }) => number(day))),
  }
}

const timesOf = ([from, to]: Interval) => [timeOfDay(from), timeOfDay(to)] as const

/** The bare contender: walks from day to day and asks each whether it is worked. */
export function naiveDays(office: PlainOffice, from: number, n: number): number {
  let left = n
  for (let day = Math.floor((from + WIB) / DAY); ; day += 1) {
    const closing = intervalsOn(office, day).at(-1)?.[1]
    if (closing === undefined || from >= day * DAY - WIB + closing) continue
    if (left === 0) return day * DAY - WIB + closing
    left -= 1
  }
}

/** Walks from interval to interval and uses up the minutes. */
export function naiveMinutes(office: PlainOffice, from: number, n: number): number {
  if (n === 0) return from
  let left = n * 60_000
  for (let day = Math.floor((from + WIB) / DAY); ; day += 1) {
    const midnight = day * DAY - WIB
    for (const [opening, closing] of intervalsOn(office, day)) {
      const begin = Math.max(from, midnight + opening)
      const worked = Math.max(0, midnight + closing - begin)
      if (worked >= left) return begin + left
      left -= worked
    }
  }
}

const none: Times = []

/** Day 0 was a Thursday. */
function intervalsOn({ hours, off }: PlainOffice, day: number): Times {
  if (off.has(day)) return none
  return hours.find(({ from, to }) => from <= day && day <= to)?.week[(day + 4) % 7] ?? none
}

const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000
