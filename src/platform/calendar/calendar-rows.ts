import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { CalendarData, DayOff, OfficeHours, YearDecree } from './calendar-data.ts'
import './tables.ts'

/** Everything that is known of one calendar, withdrawn days and later decrees included; undefined when there is none. */
export async function readCalendar(ctx: Pick<Ctx, 'db'>, id: string): Promise<CalendarData | undefined> {
  const calendar = await ctx.db.selectFrom('calendar').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  if (!calendar) return undefined
  const [hours, years, daysOff] = [await readHours(ctx, id), await readYears(ctx), await readDaysOff(ctx)]
  return { ...calendar, hours, years, daysOff }
}

/** Office hours of one calendar that were not withdrawn, oldest first. */
export const readHours = (ctx: Pick<Ctx, 'db'>, calendarId: string): Promise<OfficeHours[]> =>
  ctx.db
    .selectFrom('office_hours')
    .where('calendar_id', '=', calendarId)
    .where('withdrawn_at', 'is', null)
    .select(['from_day as from', 'to_day as to', 'name', 'basis', 'week', 'joint_leave_is_off as jointLeaveIsOff'])
    .orderBy('from_day')
    .execute()

/** The yearly decrees, oldest first. */
export const readYears = (ctx: Pick<Ctx, 'db'>): Promise<YearDecree[]> =>
  ctx.db.selectFrom('holiday_year').select(['year', 'decree', 'from_day as from']).orderBy('year').execute()

const readDaysOff = (ctx: Pick<Ctx, 'db'>): Promise<DayOff[]> =>
  ctx.db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'decree', 'from_day as from', 'to_day as to'])
    .orderBy('day')
    .execute()

/** Grows with every change of any calendar; null where there is none. */
export async function readVersion(ctx: Pick<Ctx, 'db'>): Promise<string | null> {
  const { version } = await ctx.db
    .selectFrom('calendar')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  return version
}

/**
 * Tells every process that its tables are old, once this transaction commits. Call it after the last change. Numbers
 * come from a sequence, so that one taken back with its transaction is never given to another state.
 */
export async function touchCalendars(ctx: Ctx): Promise<void> {
  await sql`update calendar set version = nextval('calendar_version')`.execute(ctx.db)
}
