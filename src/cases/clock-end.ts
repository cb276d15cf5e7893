import { dueAfterDays, dueAfterMinutes, workingMinutesBetween } from '../platform/calendar/due-after.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import type { Clock, ClockPause } from './clock.ts'

type Counted = Pick<Clock, 'startedAt' | 'unit' | 'amount' | 'pauses'>

/** When a clock ends, or the year whose days off are not decreed: a case is taken in all the same. */
export function countEnd(calendar: WorkingCalendar, clock: Counted): Pick<Clock, 'dueAt' | 'unknownYear'> {
  if (clock.amount === null) return { dueAt: null, unknownYear: null }
  try {
    return { dueAt: withPauses(calendar, clock, endWithoutPauses(calendar, clock)).dueAt, unknownYear: null }
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error
    return { dueAt: null, unknownYear: error.year }
  }
}

/** Throws `UnknownYear`. */
export const endWithoutPauses = (calendar: WorkingCalendar, { startedAt, unit, amount }: Counted): Date =>
  unit === 'days' ? dueAfterDays(calendar, startedAt, amount ?? 0) : dueAfterMinutes(calendar, startedAt, amount ?? 0)

/** A pause as it was counted: working minutes inside it, by which the end moved. */
export interface CountedPause extends ClockPause {
  end: Date
  minutes: number
}

/**
 * Moves an end by exactly the working time inside the pauses. One that runs is taken to its limit. What begins when the
 * time is up already moves nothing: lateness is not healed. Throws `UnknownYear`.
 */
export function withPauses(
  calendar: WorkingCalendar,
  { pauses }: Pick<Clock, 'pauses'>,
  end: Date,
): { dueAt: Date; counted: CountedPause[] } {
  let dueAt = end
  const counted: CountedPause[] = []
  for (const pause of pauses) {
    if (pause.from >= dueAt) continue
    const ends = pauseEnd(calendar, pause)
    const minutes = Math.max(0, workingMinutesBetween(calendar, pause.from, ends))
    dueAt = dueAfterMinutes(calendar, dueAt, minutes)
    counted.push({ ...pause, end: ends, minutes })
  }
  return { dueAt, counted }
}

/** When a pause ends: by its limit at the latest. Throws `UnknownYear` for a running one whose limit is not known. */
export function pauseEnd(calendar: WorkingCalendar, { from, to, limitDays }: Omit<ClockPause, 'reason'>): Date {
  try {
    const limit = dueAfterDays(calendar, from, limitDays)
    return to === null || limit < to ? limit : to
  } catch (error) {
    if (to !== null && error instanceof UnknownYear) return to
    throw error
  }
}

/** The pauses that moved the end of a clock. Empty where the calendar does not know. */
export function countedPauses(calendar: WorkingCalendar, clock: Counted): CountedPause[] {
  if (clock.pauses.length === 0) return []
  return known(() => withPauses(calendar, clock, endWithoutPauses(calendar, clock)).counted) ?? []
}

/** Working minutes a clock gives, pauses left out; null where the calendar does not know. */
export function lengthOf(calendar: WorkingCalendar, clock: Counted & Pick<Clock, 'dueAt'>): number | null {
  const { startedAt, dueAt } = clock
  if (dueAt === null) return null
  const paused = countedPauses(calendar, clock).reduce((sum, { minutes }) => sum + minutes, 0)
  return known(() => workingMinutesBetween(calendar, startedAt, dueAt) - paused)
}

/** The instant at which this share of a clock's working time is used up; null where the calendar does not know. */
export function instantAtShare(
  calendar: WorkingCalendar,
  clock: Counted & Pick<Clock, 'dueAt'>,
  share: number,
): Date | null {
  const length = lengthOf(calendar, clock)
  if (length === null) return null
  return known(() => {
    let left = length * share
    let at = clock.startedAt
    for (const { from, end } of countedPauses(calendar, clock)) {
      const until = workingMinutesBetween(calendar, at, from)
      if (left <= until) break
      left -= until
      at = end
    }
    return dueAfterMinutes(calendar, at, left)
  })
}

export function known<T>(count: () => T): T | null {
  try {
    return count()
  } catch (error) {
    if (error instanceof UnknownYear) return null
    throw error
  }
}
