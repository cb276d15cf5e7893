import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { type Clock, isPromise, isRunning } from './clock.ts'
import { known } from './clock-end.ts'
import { type ClockReading, readClock, workingTime } from './clock-words.ts'
import { readable } from './keep-clocks.ts'

/**
 * How a clock stands. One without a limit tells how long it takes, in working time and pauses included; the closing of
 * an answered case how long the citizen may still come back. Neither is ever urgent.
 */
export function readingOf(calendar: WorkingCalendar, clock: Clock, now: Date): ClockReading {
  if (isPromise(clock) || (clock.step === 'closing' && !isRunning(clock)))
    return readClock(calendar, readable(calendar, clock), now)
  const { startedAt, stoppedAt, dueAt } = clock
  const words = known(() => {
    if (clock.step === 'closing') return dueAt && dueAt > now ? `sisa ${workingTime(calendar, now, dueAt)}` : null
    return `${stoppedAt ? '' : 'sudah '}${workingTime(calendar, startedAt, stoppedAt ?? now)}`
  })
  return { band: 'unknown', words: words ?? (clock.step === 'closing' ? 'segera ditutup' : 'belum dapat dihitung') }
}
