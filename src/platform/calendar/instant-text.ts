import { DAY } from './working-calendar.ts'

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i

/**
 * Milliseconds of an RFC 3339 instant with its offset (seconds may be left out); NaN for anything else, for days that
 * do not exist and for times without an offset, which could mean two instants.
 */
export function parseInstant(text: string): number {
  if (!shape.test(text)) return Number.NaN
  const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  // JavaScript reads 30 February as 2 March.
  if (Number.isNaN(day) || dayText(day / DAY) !== text.slice(0, 10)) return Number.NaN
  return Date.parse(text.toUpperCase())
}

/** RFC 3339 in UTC, without a fraction unless there is one: `2026-03-31T09:00:00Z`. */
export function instantText(instant: number): string {
  const day = Math.floor(instant / DAY)
  const rest = instant - day * DAY
  const seconds = Math.floor(rest / 1000)
  const millis = rest - seconds * 1000
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${dayText(day)}T${time}${millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`}Z`
}

/** `toISOString` is slow where the same few days come millions of times. */
const days = new Map<number, string>()
function dayText(day: number): string {
  let text = days.get(day)
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10)
    if (days.size < 5000) days.set(day, text)
  }
  return text
}

const pairs = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
const two = (n: number): string => pairs[n] ?? ''
