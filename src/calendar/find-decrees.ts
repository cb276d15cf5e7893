import { may } from '../agencies/policy.ts'
import { readVersion } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import './data/tables.ts'
import type { Decree } from './decree.ts'
import { changeOf, type DecreeChange } from './decree-change.ts'
import { findHolidays, findWorkingTime } from './find-holidays.ts'

const columns = [
  'id',
  'year',
  'number',
  'decreed_on as decreedOn',
  'whole_year as wholeYear',
  'listed',
  'withdrawn',
  'entered_at as enteredAt',
  'entered_by as enteredBy',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
] as const

/** Decrees entered on the screen, the latest first; those not yet confirmed only for whom the calendar is in charge of. */
export const findDecrees = (ctx: Ctx): Promise<Decree[]> =>
  ctx.db
    .selectFrom('holiday_decree')
    .select(columns)
    .$if(!may(ctx.actor, 'calendar.manage'), (query) => query.where('confirmed_at', 'is not', null))
    .orderBy('entered_at', 'desc')
    .limit(100)
    .execute()

/** One decree. Throws `Missing`. */
export async function findDecree(ctx: Ctx, id: string): Promise<Decree> {
  const found = isId(id)
    ? await ctx.db.selectFrom('holiday_decree').select(columns).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!found || (found.confirmedAt === null && !may(ctx.actor, 'calendar.manage'))) throw new Missing(`decree ${id}`)
  return found
}

/** More days off than any year has. */
const allOfAYear = 800

/** What the decree would change now, and the version of the calendars this was compared with. */
export async function changeNow(ctx: Ctx, decree: Decree): Promise<{ change: DecreeChange; version: string }> {
  const version = (await readVersion(ctx)) ?? ''
  const holidays = await findHolidays(ctx, { year: decree.year, limit: allOfAYear })
  const { hours, years } = await findWorkingTime(ctx)
  const change = changeOf(decree, { holidays, hours, knownYears: years.map(({ year }) => year) })
  return { change, version }
}
