/** What one may spend in a month, in millionths of a US dollar. */
export interface Budget {
  micros: number
  warnPercent: number
  /** Whether all calls stop when it is used up. */
  stops: boolean
}

export type BudgetState = 'none' | 'within' | 'near' | 'used-up'

export function budgetState(spent: number, budget: Budget | undefined): BudgetState {
  if (!budget) return 'none'
  if (spent >= budget.micros) return 'used-up'
  return spent * 100 >= budget.micros * budget.warnPercent ? 'near' : 'within'
}

const dayMs = 86_400_000

/**
 * What the month will have cost at its end (UTC), if the days to come cost as much as those of the last week on
 * average; in the first days as much as those that have been.
 */
export function forecast(spentByDay: readonly { day: string; micros: number }[], now: Date): number {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)
  const from = Math.max(start, now.getTime() - 7 * dayMs)
  // Whole days count; what is younger than a day is not stretched to one.
  const days = Math.max(1, (now.getTime() - from) / dayMs)
  const recent = spentByDay.filter(({ day }) => Date.parse(day) + dayMs > from)
  const perDay = sum(recent) / days
  return Math.round(sum(spentByDay) + (perDay * (end - now.getTime())) / dayMs)
}

const sum = (days: readonly { micros: number }[]): number => days.reduce((all, { micros }) => all + micros, 0)
