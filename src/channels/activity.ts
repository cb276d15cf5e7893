import { addDays, dayInWib } from '../platform/time.ts'

const dayMs = 86_400_000

/** Whole days since the last broadcast; null: there never was one. */
export function daysSince(last: Date | null, now: Date): number | null {
  if (last === null) return null
  return Math.round((Date.parse(dayInWib(now)) - Date.parse(dayInWib(last))) / dayMs)
}

/** How many WIB days from `from` to `to` (excluded) have none of these instants in them. */
export function daysWithout(instants: readonly Date[], from: string, to: string): number {
  const days = new Set(instants.map(dayInWib))
  let without = 0
  for (let day = from; day < to; day = addDays(day, 1)) if (!days.has(day)) without += 1
  return without
}
