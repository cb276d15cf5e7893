import { UnknownYear } from './unknown-year.ts'
import { DAY, HOUR, WIB, type WorkingCalendar } from './working-calendar.ts'

const MINUTE = 60_000

/**
 * End of the `n`-th office day after the day of receipt (day rule, product.md 5, P). Day 0 is the day on which `from`
 * counts as received: the same day until the office closes, breaks and the time before opening included; else the
 * next office day. Closing is half-open: 16:00:00 is after hours.
 *
 * `n` is a whole number, 0 or more. Throws `UnknownYear` where a year without decree is touched.
 */
export const dueAfterDays = (calendar: WorkingCalendar, from: Date, n: number): Date =>
  new Date(endOfOfficeDay(calendar, receiptOfficeDay(calendar, from.getTime()) + n))

/**
 * The earliest instant at which `n` working minutes have passed since `from`; `from` itself when `n` is 0.
 * Time outside the office intervals does not count. Throws `UnknownYear` as above.
 */
export const dueAfterMinutes = (calendar: WorkingCalendar, from: Date, n: number): Date =>
  new Date(instantAfterMinutes(calendar, from.getTime(), n))

/** Working minutes from `a` to `b`, fractions included; negative when `b` is earlier. */
export const workingMinutesBetween = (calendar: WorkingCalendar, a: Date, b: Date): number =>
  (workedUntil(calendar, b.getTime()) - workedUntil(calendar, a.getTime())) / MINUTE

/** Office days that ended after the day of receipt of `a` and not after `b`: the greatest n that was due by `b`. */
export function workingDaysBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  const last = receiptOfficeDay(calendar, b.getTime()) - 1
  return Math.max(0, last - receiptOfficeDay(calendar, a.getTime()))
}

/** Number of the office day on which the instant counts as received. */
export function receiptOfficeDay(calendar: WorkingCalendar, instant: number): number {
  const { officeDayFrom, closing } = calendar
  const local = instant + WIB - calendar.origin
  const day = Math.floor(local / DAY)
  const first = officeDayFrom[day]
  if (first === undefined) throw unknownYearOf(calendar, instant)
  return local - day * DAY >= (closing[day] ?? DAY) ? first + 1 : first
}

/** The instant the office day of this number ends. */
export function endOfOfficeDay(calendar: WorkingCalendar, number: number): number {
  const end = calendar.officeEnd[number]
  if (end === undefined) throw new UnknownYear(number < 0 ? calendar.firstYear - 1 : calendar.endYear)
  return end
}

/** `dueAfterMinutes` in milliseconds since 1970, for millions at a time. */
export function instantAfterMinutes(calendar: WorkingCalendar, from: number, n: number): number {
  const target = workedUntil(calendar, from) + n * MINUTE
  if (n === 0) return from
  const { intervalStart, workedBefore } = calendar
  if (target > calendar.total) throw new UnknownYear(calendar.endYear)
  let found = calendar.intervalAtHour[Math.floor(target / HOUR)] ?? 0
  // The last interval with less work before it than the target: the end of an interval belongs to that interval.
  while ((workedBefore[found + 1] ?? target) < target) found += 1
  return (intervalStart[found] ?? 0) + target - (workedBefore[found] ?? 0)
}

/** Working time, in milliseconds, from the beginning of the calendar to this instant. */
export function workedUntil(calendar: WorkingCalendar, instant: number): number {
  const day = Math.floor((instant + WIB - calendar.origin) / DAY)
  const { intervalFrom, intervalStart, intervalEnd, workedBefore } = calendar
  const end = intervalFrom[day + 1]
  if (end === undefined || day < 0) throw unknownYearOf(calendar, instant)
  for (let i = end - 1; i >= (intervalFrom[day] ?? 0); i -= 1) {
    const start = intervalStart[i] ?? 0
    if (instant >= start) return (workedBefore[i] ?? 0) + Math.min(instant, intervalEnd[i] ?? 0) - start
  }
  return workedBefore[intervalFrom[day] ?? 0] ?? calendar.total
}

const unknownYearOf = (calendar: WorkingCalendar, instant: number): UnknownYear => {
  const year = new Date(instant + WIB).getUTCFullYear()
  return new UnknownYear(Number.isNaN(year) ? calendar.endYear : year)
}
