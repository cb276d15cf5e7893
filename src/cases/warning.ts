import { dueAfterDays, dueAfterMinutes } from '../platform/calendar/due-after.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { type Clock, isPromise, isRunning } from './clock.ts'
import { instantAtShare, known } from './clock-end.ts'
import type { SlaRule } from './sla-rule.ts'

/** Shares of a clock at which somebody is told (issue 4), in percent; `overdue` comes some time after the end. */
export const warnLevels = [50, 75, 90, 100] as const
export const overdueLevel = 101
export const allLevels: readonly number[] = [...warnLevels, overdueLevel]

export const levelWords = (level: number): string =>
  level === overdueLevel ? 'tetap terlambat' : level === 100 ? 'batas waktu habis' : `${level} % waktu terpakai`

/** When a running clock comes to the next level that was not told yet; null: there is none, or it is unknown. */
export function nextLevel(
  calendar: WorkingCalendar,
  clock: Clock,
  overdueAfter: Pick<SlaRule, 'unit' | 'amount'> | undefined,
): { level: number; at: Date } | null {
  if (!isRunning(clock) || !isPromise(clock) || clock.dueAt === null || clock.told >= overdueLevel) return null
  const level = warnLevels.find((one) => one > clock.told) ?? overdueLevel
  const at = instantOf(calendar, clock, level, overdueAfter)
  return at && { level, at }
}

/** The highest level a clock has come to by `now`, told or not; 0: none. */
export function levelReached(
  calendar: WorkingCalendar,
  clock: Clock,
  overdueAfter: Pick<SlaRule, 'unit' | 'amount'> | undefined,
  now: Date,
): number {
  const reached = allLevels.filter((level) => {
    const at = instantOf(calendar, clock, level, overdueAfter)
    return at !== null && at <= now
  })
  return reached.at(-1) ?? 0
}

function instantOf(
  calendar: WorkingCalendar,
  clock: Clock,
  level: number,
  overdueAfter: Pick<SlaRule, 'unit' | 'amount'> | undefined,
): Date | null {
  const { dueAt } = clock
  if (dueAt === null) return null
  if (level === 100) return dueAt
  if (level < 100) return instantAtShare(calendar, clock, level / 100)
  if (!overdueAfter) return null
  const { unit, amount } = overdueAfter
  return known(() =>
    unit === 'days' ? dueAfterDays(calendar, dueAt, amount - 1) : dueAfterMinutes(calendar, dueAt, amount),
  )
}
