import type { CalendarData, DayOff, OfficeHours } from './calendar-data.ts'

export const DAY = 86_400_000
/** Bekasi has no summer time: the offset is a constant of the place, not a setting. */
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
  /** Per office day: the instant it ends. */
  officeEnd: Float64Array
  /** Per day, and one more: number of its first interval. */
  intervalFrom: Int32Array
  /** Per interval: its instants, and the working time before it. */
  intervalStart: Float64Array
  intervalEnd: Float64Array
  workedBefore: Float64Array
  /** Working time of all days together. */
  total: number
  /** Days off that hold, by WIB day, those on free weekdays included. */
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
  if (!Number.isFinite(firstYear)) throw new Error(`Kalender ${data.id} tidak memuat satu tahun pun.`)
  let endYear = firstYear
  while (years.has(endYear)) endYear += 1

  const holding = data.daysOff.filter(({ from, to }) => from <= on && (to === null || to > on))
  // A day may be both; the national holiday, which is off in any case, is the one kept.
  const nationalLast = holding.sort((a, b) => Number(a.kind === 'national') - Number(b.kind === 'national'))
  const daysOff = new Map(nationalLast.map((off) => [off.day, off]))
  const officeDayFrom: number[] = []
  const closing: number[] = []
  const officeEnd: number[] = []
  const intervalFrom = [0]
  const intervalStart: number[] = []
  const intervalEnd: number[] = []
  const workedBefore: number[] = []
  let total = 0

  const origin = Date.UTC(firstYear, 0, 1)
  for (let midnight = origin; midnight < Date.UTC(endYear, 0, 1); midnight += DAY) {
    const worked = intervalsOf(data.hours, daysOff, new Date(midnight))
    officeDayFrom.push(officeEnd.length)
    for (const [from, to] of worked) {
      intervalStart.push(midnight - WIB + from)
      intervalEnd.push(midnight - WIB + to)
      workedBefore.push(total)
      total += to - from
    }
    const close = worked.at(-1)?.[1]
    closing.push(close ?? DAY)
    if (close !== undefined) officeEnd.push(midnight - WIB + close)
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
    officeEnd: Float64Array.from(officeEnd),
    intervalFrom: Int32Array.from(intervalFrom),
    intervalStart: Float64Array.from(intervalStart),
    intervalEnd: Float64Array.from(intervalEnd),
    workedBefore: Float64Array.from(workedBefore),
    total,
    daysOff,
  }
}

/** The hours that hold on a WIB day; undefined where none are set. */
export function hoursOn(hours: readonly OfficeHours[], day: string): OfficeHours | undefined {
  return hours
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .sort((a, b) => Number(b.to !== null) - Number(a.to !== null) || (a.from < b.from ? 1 : -1))[0]
}

function intervalsOf(
  hours: readonly OfficeHours[],
  daysOff: ReadonlyMap<string, DayOff>,
  midnight: Date,
): readonly (readonly [number, number])[] {
  const day = midnight.toISOString().slice(0, 10)
  const held = hoursOn(hours, day)
  const off = daysOff.get(day)
  if (held === undefined || off?.kind === 'national' || (off?.kind === 'joint-leave' && held.jointLeaveIsOff)) return []
  const weekday = String(midnight.getUTCDay() || 7)
  return (held.week[weekday] ?? []).map(([from, to]) => [timeOfDay(from), timeOfDay(to)] as const)
}

/** Milliseconds since midnight of `HH:MM`. */
const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000
