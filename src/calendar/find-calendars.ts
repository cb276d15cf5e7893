import { findAgenciesOf } from '../agencies/find-agencies.ts'
import { cityCalendar } from '../platform/calendar/shipped-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import './data/tables.ts'
import type { KeptHours } from './office-hours.ts'

/** A calendar with its hours, oldest first. */
export interface CalendarHours {
  id: string
  name: string
  hours: KeptHours[]
}

/** All calendars, the city's first. Public. */
export async function findCalendars(ctx: Ctx): Promise<CalendarHours[]> {
  const calendars = await ctx.db.selectFrom('calendar').select(['id', 'name']).orderBy('name').execute()
  const hours = await ctx.db
    .selectFrom('office_hours')
    .select(['id', 'calendar_id', 'from_day as from', 'to_day as to', 'name', 'basis', 'week'])
    .select('joint_leave_is_off as jointLeaveIsOff')
    .where('withdrawn_at', 'is', null)
    .orderBy('from_day')
    .execute()
  return calendars
    .map((calendar) => ({
      ...calendar,
      hours: hours.filter(({ calendar_id }) => calendar_id === calendar.id).map(({ calendar_id: _, ...kept }) => kept),
    }))
    .sort((a, b) => Number(b.id === cityCalendar) - Number(a.id === cityCalendar))
}

/** One calendar. Throws `Missing`. */
export async function findCalendarHours(ctx: Ctx, id: string): Promise<CalendarHours> {
  const found = (await findCalendars(ctx)).find((calendar) => calendar.id === id)
  if (!found) throw new Missing(`calendar ${id}`)
  return found
}

/** An agency works by a calendar from a day on. */
export interface AgencyTurn {
  agencyId: string
  agencyName: string
  calendarId: string
  calendarName: string
  from: string
  basis: string
}

/** All agencies that left the city's calendar, by name and day. Public. */
export async function findAgencyTurns(ctx: Ctx): Promise<AgencyTurn[]> {
  const rows = await ctx.db
    .selectFrom('agency_calendar as a')
    .innerJoin('calendar as c', 'c.id', 'a.calendar_id')
    .select(['a.agency_id as agencyId', 'a.calendar_id as calendarId', 'c.name as calendarName'])
    .select(['a.from_day as from', 'a.basis'])
    .orderBy('a.from_day')
    .execute()
  const agencies = await findAgenciesOf(
    ctx,
    rows.map(({ agencyId }) => agencyId),
  )
  return rows
    .map((row) => ({ ...row, agencyName: agencies.find(({ id }) => id === row.agencyId)?.name ?? row.agencyId }))
    .sort((a, b) => a.agencyName.localeCompare(b.agencyName, 'id'))
}
