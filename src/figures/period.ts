import { addMonths, isMonth, monthInWib, monthRange } from '../platform/time.ts'

/** Whole WIB months, both included. */
export interface Period {
  first: string
  last: string
}

const longest = 36

/** The months asked for, as `YYYY-MM`; what is no month, or lies ahead, becomes the nearest that will do. */
export function periodOf(first: string, last: string, now: Date): Period {
  const running = monthInWib(now)
  const end = isMonth(last) && last < running ? last : running
  const begin = isMonth(first) && first < end ? first : end
  const [, latest = end] = [begin, addMonths(end, 1 - longest)].sort()
  return { first: latest, last: end }
}

/** First days of the months. */
export function monthsOf({ first, last }: Period): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(`${month}-01`)
  return months
}

/** Until when the period is known: its end, or now while it runs. */
export function endOfPeriod({ last }: Period, now: Date): Date {
  const { to } = monthRange(last)
  return to < now ? to : now
}
