import type { CalendarData, DayOff, OfficeHours } from './calendar-data.ts'

export const DAY = 86_400_000
export const HOUR = 3_600_000
/** The offset is a constant of the place, not a setting: a city lies in one time zone, and Indonesia has no summer time. */
export const WIB = 7 * 3_600_000

/**
 * Working time of one office as tables over the days of the known years, made once so that every question is one
 * look-up (due-after.ts). Day numbers count from 0 at `firstDay`; all times are milliseconds.
 */
export interface WorkingCalendar {
  id: string
  name: string
  firstYear: number
  /** The first year that is not known any more. */
  endYear: number
  /** Start of day 0, shifted by WIB, so that `(t + WIB - origin) / DAY` is the day number. */
  origin: number
  /** Per day: number of the first office day that is not before it. */
  officeDayFrom: Int32Array
  /** Per day: time of day at which the office closes; a full day where it does not open. */
  closing: Int32Array
  /** Per office day: the instants it begins and ends. */
  officeStart: Float64Array
  officeEnd: Float64Array
  /** Per day, and one more: number of its first interval. */
  intervalFrom: Int32Array
  /** Per interval: its instants, and the working time before it. */
  intervalStart: Float64Array
  intervalEnd: Float64Array
  workedBefore: Float64Array
  /** Per hour of working time: the last interval with less working time before it; where to begin to look. */
  intervalAtHour: Int32Array
  /** Working time of all days together. */
  total: number
  /** Days off, by WIB day, that would have been worked without their decree: they explain a count. */
  daysOff: ReadonlyMap<string, DayOff>
}

/**
 * Builds the tables. `on` is the WIB day whose knowledge counts: decrees and withdrawals of later days are left out;
 * without it all decrees count. Years after a gap are left out, so that no count jumps over an unknown year.
 * Throws when the data know no year at all.
 */
export function workingCalendar(data: CalendarData, on = '9999-12-31'): WorkingCalendar {
  const years = new Set(data.years.filter((year) => year.from <= on).map(({ year }) => year))
  const firstYear = Math.min(...years)
  if (!Number.isFinite(firstYear)) throw new Error(`calendar ${data.id} knows no year`)
  let endYear = firstYear
  while (years.has(endYear)) endYear += 1

  const holding = data.daysOff.filter(({ from, to }) => from <= on && (to === null || to > on))
  // A day may be both; the national holiday, which is off in any case, is the one kept.
  const nationalLast = holding.sort((a, b) => Number(a.kind === 'national') - Number(b.kind === 'national'))
  const off = new Map(nationalLast.map((day) => [day.day, day]))
  const daysOff = new Map<string, DayOff>()
  const officeDayFrom: number[] = []
  const closing: number[] = []
  const officeStart: number[] = []
  const officeEnd: number[] = []
  const intervalFrom = [0]
  const intervalStart: number[] = []
  const intervalEnd: number[] = []
  const workedBefore: number[] = []
  let total = 0

  const origin = Date.UTC(firstYear, 0, 1)
  for (let midnight = origin; midnight < Date.UTC(endYear, 0, 1); midnight += DAY) {
    const day = new Date(midnight).toISOString().slice(0, 10)
    const usual = intervalsOn(hoursHeldOn(data, day), day)
    const instead = usual.intervals.length > 0 ? off.get(day) : undefined
    const isOff = instead !== undefined && (instead.kind === 'national' || usual.jointLeaveIsOff)
    if (isOff) daysOff.set(day, instead)
    const worked = isOff ? [] : usual.intervals
    officeDayFrom.push(officeEnd.length)
    for (const [from, to] of worked) {
      intervalStart.push(midnight - WIB + from)
      intervalEnd.push(midnight - WIB + to)
      workedBefore.push(total)
      total += to - from
    }
    const [open, close] = [worked[0]?.[0], worked.at(-1)?.[1]]
    closing.push(close ?? DAY)
    if (open !== undefined && close !== undefined) {
      officeStart.push(midnight - WIB + open)
      officeEnd.push(midnight - WIB + close)
    }
    intervalFrom.push(intervalStart.length)
  }

  return {
    id: data.id,
    name: data.name,
    firstYear,
    endYear,
    origin,
    officeDayFrom: Int32Array.from(officeDayFrom),
    closing: Int32Array.from(closing),
    officeStart: Float64Array.from(officeStart),
    officeEnd: Float64Array.from(officeEnd),
    intervalFrom: Int32Array.from(intervalFrom),
    intervalStart: Float64Array.from(intervalStart),
    intervalEnd: Float64Array.from(intervalEnd),
    workedBefore: Float64Array.from(workedBefore),
    intervalAtHour: intervalsByHour(workedBefore, total),
    total,
    daysOff,
  }
}

function intervalsByHour(workedBefore: readonly number[], total: number): Int32Array {
  let interval = 0
  return Int32Array.from({ length: Math.floor(total / HOUR) + 1 }, (_, hour) => {
    while ((workedBefore[interval + 1] ?? total) < hour * HOUR) interval += 1
    return interval
  })
}

const hoursHeldOn = ({ hours, later = [] }: CalendarData, day: string): readonly OfficeHours[] =>
  later.findLast(({ from }) => from <= day)?.hours ?? hours

/** The hours that hold on a WIB day; undefined where none are set. */
export function hoursOn(hours: readonly OfficeHours[], day: string): OfficeHours | undefined {
  return hours
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .sort((a, b) => Number(b.to !== null) - Number(a.to !== null) || (a.from < b.from ? 1 : -1))[0]
}

/** What the week says of a WIB day, before any day off; times of day in milliseconds. */
function intervalsOn(hours: readonly OfficeHours[], day: string) {
  const held = hoursOn(hours, day)
  const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
  const intervals = (held?.week[weekday] ?? []).map(([from, to]) => [timeOfDay(from), timeOfDay(to)] as const)
  return { intervals, jointLeaveIsOff: held?.jointLeaveIsOff ?? true }
}

/** Milliseconds since midnight of `HH:MM`. */
const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000
