import { type CalendarTurn, openCalendars } from '../platform/calendar/find-calendar.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/**
 * The calendar this agency works by, as known at `ctx.now`: the city's until the agency changed to another one, and
 * on every day the one that held then.
 */
export const calendarOf = async (ctx: Ctx, agencyId: string): Promise<WorkingCalendar> =>
  (await calendarsOf(ctx, [agencyId]))(agencyId)

/** The calendars of several agencies at once. */
export async function calendarsOf(
  ctx: Ctx,
  agencyIds: readonly string[],
): Promise<(agencyId: string) => WorkingCalendar> {
  const rows = await ctx.db
    .selectFrom('agency_calendar')
    .select(['agency_id', 'from_day', 'calendar_id'])
    .where('agency_id', 'in', agencyIds.length > 0 ? agencyIds : [''])
    .orderBy('from_day')
    .execute()
  const turns = new Map<string, CalendarTurn[]>()
  for (const { agency_id, from_day, calendar_id } of rows)
    turns.set(agency_id, [...(turns.get(agency_id) ?? []), { from: from_day, calendarId: calendar_id }])
  const calendar = await openCalendars(ctx)
  const city = await calendar()
  const own = new Map<string, WorkingCalendar>()
  for (const [agencyId, changes] of turns) own.set(agencyId, await calendar(undefined, changes))
  return (agencyId) => own.get(agencyId) ?? city
}
