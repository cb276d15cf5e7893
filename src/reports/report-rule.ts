import { dueAfterDays } from '../platform/calendar/due-after.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { monthRange } from '../platform/time.ts'

/** The rule of a month: a row with a valid-from date, held by Diskominfostandi (product.md 5, P). */
export interface ReportRule {
  validFrom: string
  /** Due at the office end of this working day of the next month. */
  dueWorkingDay: number
  /** From so many working days before it, an open report is urgent for its agency. */
  urgentBeforeDays: number
  /** More days than this without a real update: dormant (S). */
  dormantAfterDays: number
  /** Items a month that count as a lively site, by agency kind; `default` for kinds not named (freshness, S). */
  expectedItems: Readonly<Record<string, number>>
  weights: ScoreWeights
  /** Share of the weights, in percent, that must be known before an agency is ranked at all. */
  knownAtLeast: number
}

export interface ScoreWeights {
  report: number
  content: number
  availability: number
  answers: number
}

/**
 * When the report of `month` is due: the office end of the n-th working day of the next month, of which the first
 * working day is number 1. Null while the days off of that year are not decreed.
 */
export function dueOf(month: string, rule: ReportRule, calendar: WorkingCalendar): Date | null {
  try {
    // The first instant of the next month counts as received on its first working day, which is day 0.
    return dueAfterDays(calendar, monthRange(month).to, rule.dueWorkingDay - 1)
  } catch (error) {
    if (error instanceof UnknownYear) return null
    throw error
  }
}
