import { readFileSync } from 'node:fs'
import type { CalendarData, DayOff, OfficeHours, YearDecree } from './calendar-data.ts'

const file = new URL('../../../db/data/calendar.json', import.meta.url)

/** The calendar of the city's offices; the others are exceptions of single services. */
export const cityCalendar = 'kota'

/** The calendars that ship, `kota` first: what the database is seeded with, and what `due` uses without one. */
export function shippedCalendars(): CalendarData[] {
  const shipped: Shipped = JSON.parse(readFileSync(file, 'utf8'))
  const { calendars, years, daysOff } = shipped
  return calendars.map((calendar) => ({ ...calendar, years, daysOff }))
}

interface Shipped {
  calendars: { id: string; name: string; hours: OfficeHours[] }[]
  years: YearDecree[]
  daysOff: DayOff[]
}
