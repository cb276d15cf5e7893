/** A working interval of one day, `['07:30', '12:00']`, half-open: 12:00:00 is outside. Minutes are the finest unit. */
export type Interval = readonly [from: string, to: string]

/** Intervals by ISO weekday, '1' Monday to '7' Sunday. A weekday that is absent is not worked. */
export type Week = Readonly<Record<string, readonly Interval[]>>

/**
 * Hours that hold on WIB days from `from` to `to`, both included; `to` null: until further notice. A range with an
 * end (Ramadan) beats one without, and of two alike the one that begins later wins.
 */
export interface OfficeHours {
  from: string
  to: string | null
  name: string
  basis: string
  week: Week
  /** Whether joint leave is a day off in this time, or worked like any other day. */
  jointLeaveIsOff: boolean
}

export type DayOffKind = 'national' | 'joint-leave'

/** A day off by decree, known from `from`; `to` is the day from which it no longer holds (withdrawn), else null. */
export interface DayOff {
  day: string
  kind: DayOffKind
  name: string
  decree: string
  from: string
  to: string | null
}

/** The decree that sets all days off of a year. A year without one has no working days: it is unknown. */
export interface YearDecree {
  year: number
  decree: string
  from: string
}

/** Plain data of one calendar, as it ships in `db/data/calendar.json` or stands in the database. */
export interface CalendarData {
  id: string
  name: string
  hours: readonly OfficeHours[]
  /** What takes the place of `hours` from a WIB day on, oldest first: the office changed to another calendar. */
  later?: readonly { from: string; hours: readonly OfficeHours[] }[]
  years: readonly YearDecree[]
  daysOff: readonly DayOff[]
}
