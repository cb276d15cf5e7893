import type { OfficeHours, YearDecree } from '../platform/calendar/calendar-data.ts'
import { readHours, readYears } from '../platform/calendar/calendar-rows.ts'
import { cityCalendar } from '../platform/calendar/shipped-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Holiday } from './holiday.ts'
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

/** What working time is made of besides days off: the city's hours and the yearly decrees. Public. */
export async function findWorkingTime(ctx: Ctx): Promise<{ hours: OfficeHours[]; years: YearDecree[] }> {
  return { hours: await readHours(ctx, cityCalendar), years: await readYears(ctx) }
}
