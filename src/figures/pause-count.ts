import { known } from '../cases/clock-end.ts'
import { workingMinutesBetween } from '../platform/calendar/due-after.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'

/** A pause as it was kept; it stands still until its limit at the latest. */
export interface KeptPause {
  reason: string
  agencyId: string
  at: Date
  endedAt: Date | null
  endedHow: string | null
  limitAt: Date | null
}

/** How often and how long clocks stood still for a reason: a pause must never hide lateness. */
export interface PauseFigures {
  reason: string
  /** Begun in the period. */
  begun: number
  /** Not ended yet at its end. */
  running: number
  /** Ended by its limit, not by what was waited for. */
  limited: number
  /** Working minutes inside the period; null where a year has no decree. */
  minutes: number | null
}

/** By reason, the most often begun first. Only working time inside `from` and `to` counts. */
export function countPauses(
  pauses: readonly KeptPause[],
  { from, to }: { from: Date; to: Date },
  calendarOf: (agencyId: string) => WorkingCalendar,
): PauseFigures[] {
  const figures = [...Map.groupBy(pauses, ({ reason }) => reason)].map(([reason, kept]) => ({
    reason,
    begun: kept.filter(({ at }) => at >= from).length,
    running: kept.filter(({ endedAt }) => endedAt === null || endedAt > to).length,
    limited: kept.filter(({ endedAt, endedHow }) => endedHow === 'limit' && endedAt && endedAt >= from && endedAt <= to)
      .length,
    minutes: sum(kept.map((pause) => minutesWithin(calendarOf(pause.agencyId), pause, { from, to }))),
  }))
  return figures.sort((a, b) => b.begun - a.begun || a.reason.localeCompare(b.reason))
}

function minutesWithin(
  calendar: WorkingCalendar,
  { at, endedAt, limitAt }: KeptPause,
  { from, to }: { from: Date; to: Date },
): number | null {
  const begin = Math.max(at.getTime(), from.getTime())
  const end = Math.min((endedAt ?? to).getTime(), (limitAt ?? to).getTime(), to.getTime())
  return end <= begin ? 0 : known(() => workingMinutesBetween(calendar, new Date(begin), new Date(end)))
}

const sum = (minutes: readonly (number | null)[]): number | null =>
  minutes.reduce((all, one) => (all === null || one === null ? null : all + one), 0)
