import type { JSX } from 'preact'
import { formatDay, formatInstant } from '../time.ts'

/** An instant in WIB: `6 Maret 2017 pukul 16.40 WIB`. */
export function At({ instant }: { instant: Date }): JSX.Element {
  return <time dateTime={instant.toISOString()}>{formatInstant(instant)}</time>
}

/** A day `YYYY-MM-DD`: `6 Maret 2017`. */
export function OnDay({ day }: { day: string }): JSX.Element {
  return <time dateTime={day}>{formatDay(day)}</time>
}
