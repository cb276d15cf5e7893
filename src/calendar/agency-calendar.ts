import { findCalendar } from '../platform/calendar/find-calendar.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** The calendar this agency works by, as known at `ctx.now`. */
export async function calendarOf(ctx: Ctx, agencyId: string): Promise<WorkingCalendar> {
  const own = await ctx.db
    .selectFrom('agency_calendar')
    .select('calendar_id')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return findCalendar(ctx, own?.calendar_id)
}

/** The calendars of several agencies at once. */
export async function calendarsOf(
  ctx: Ctx,
  agencyIds: readonly string[],
): Promise<(agencyId: string) => WorkingCalendar> {
  const city = await findCalendar(ctx)
  const own = await ctx.db.selectFrom('agency_calendar').selectAll().execute()
  const calendars = new Map<string, WorkingCalendar>()
  for (const { agency_id, calendar_id } of own)
    if (agencyIds.includes(agency_id)) calendars.set(agency_id, await findCalendar(ctx, calendar_id))
  return (agencyId) => calendars.get(agencyId) ?? city
}
