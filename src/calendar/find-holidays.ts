import type { OfficeHours, YearDecree } from '../platform/calendar/calendar-data.ts'
import { readHours, readYears } from '../platform/calendar/calendar-rows.ts'
import { cityCalendar } from '../platform/calendar/shipped-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Holiday, WithdrawnHoliday } from './holiday.ts'
import '../platform/calendar/tables.ts'

export interface HolidayFilter {
  /** Days of one year only. */
  year?: number | undefined
  limit: number
  /** The last day and id of the page before. */
  after?: string | undefined
}

/** Days off that hold, the earliest first; public. One more than `limit`, so that the caller sees the end. */
export async function findHolidays(ctx: Ctx, { year, limit, after }: HolidayFilter): Promise<Holiday[]> {
  const [day, id] = after?.split('_') ?? []
  return ctx.db
    .selectFrom('holiday')
    .select(['id', 'day', 'kind', 'name', 'decree', 'from_day as from'])
    .where('to_day', 'is', null)
    .$if(year !== undefined, (query) => query.where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`))
    .$if(id !== undefined, (query) =>
      query.where((where) =>
        where.or([where('day', '>', day ?? ''), where.and([where('day', '=', day ?? ''), where('id', '>', id ?? '')])]),
      ),
    )
    .orderBy('day')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Days off of a year that were withdrawn, the earliest first. Public. */
export async function findWithdrawn(ctx: Ctx, year: number): Promise<WithdrawnHoliday[]> {
  const rows = await ctx.db
    .selectFrom('holiday')
    .select(['id', 'day', 'kind', 'name', 'decree', 'from_day as from', 'to_day as to', 'withdrawn_by as withdrawnBy'])
    .where('to_day', 'is not', null)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy('to_day')
    .execute()
  return rows.map(({ to, withdrawnBy, ...row }) => ({ ...row, to: to ?? '', withdrawnBy: withdrawnBy ?? '' }))
}

/** One day off that holds. Throws `Missing`. */
export async function findHoliday(ctx: Ctx, id: string): Promise<Holiday> {
  const found = isId(id)
    ? await ctx.db
        .selectFrom('holiday')
        .select(['id', 'day', 'kind', 'name', 'decree', 'from_day as from'])
        .where('id', '=', id)
        .where('to_day', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!found) throw new Missing(`holiday ${id}`)
  return found
}

/** What working time is made of besides days off: the city's hours and the yearly decrees. Public. */
export async function findWorkingTime(ctx: Ctx): Promise<{ hours: OfficeHours[]; years: YearDecree[] }> {
  return { hours: await readHours(ctx, cityCalendar), years: await readYears(ctx) }
}
