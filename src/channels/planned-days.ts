import { addDays, addMonths, dayInWib, isMonth } from '../platform/time.ts'

/** The days a view of the calendar shows, a Monday first, and where it leads from there. */
export interface View {
  kind: 'month' | 'week'
  /** `YYYY-MM`, or the Monday `YYYY-MM-DD`. */
  name: string
  days: string[]
  previous: string
  next: string
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

const daysFrom = (first: string, count: number): string[] => Array.from({ length: count }, (_, i) => addDays(first, i))

export function weekView(day: string): View {
  const monday = mondayOf(day)
  return {
    kind: 'week',
    name: monday,
    days: daysFrom(monday, 7),
    previous: addDays(monday, -7),
    next: addDays(monday, 7),
  }
}

/** All weeks that have a day of the month. */
export function monthView(month: string): View {
  const first = mondayOf(`${month}-01`)
  const days = daysFrom(first, 42).filter((day, i, all) => (all[i - (i % 7)] ?? day) < `${addMonths(month, 1)}-01`)
  return { kind: 'month', name: month, days, previous: addMonths(month, -1), next: addMonths(month, 1) }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** The view a request asks for: a week when it names a day of one, else a month; this month when it names nothing. */
export function viewOf({ week, month }: { week: string; month: string }, now: Date): View {
  if (isDay(week)) return weekView(week)
  return monthView(isMonth(month) ? month : dayInWib(now).slice(0, 7))
}
