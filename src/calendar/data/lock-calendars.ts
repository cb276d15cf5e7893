import { readYears } from '../../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../../platform/ctx.ts'

/** Changes of days off come one after another: each is judged by what the one before left. Answers the known years. */
export async function lockCalendars(ctx: Ctx): Promise<number[]> {
  await ctx.db.selectFrom('calendar').select('id').orderBy('id').forUpdate().execute()
  return (await readYears(ctx)).map(({ year }) => year)
}
