import { may } from '../agencies/policy.ts'
import { readYears, touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { readList, refuseYear, type YearInput } from './holiday-list.ts'

/** Records the decree that sets all days off of a year: from then on time in that year can be counted. */
export async function addHolidayYear(ctx: Ctx, given: YearInput): Promise<{ year: number; days: number } | Refusal> {
  const input = { ...given, decree: cleanText(given.decree), list: cleanText(given.list) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const knownYears = (await readYears(ctx)).map(({ year }) => year)
    const errors = refuseYear(input, { today: dayInWib(ctx.now), knownYears })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const year = Number(input.year)
    const { decree, from } = input
    const { days } = readList(input.list, year)
    const fresh = await ctx.db
      .insertInto('holiday_year')
      .values({ year, decree, from_day: from })
      .onConflict((conflict) => conflict.doNothing())
      .returning('year')
      .executeTakeFirst()
    if (!fresh) return invalid({ year: `Keputusan tahun ${year} sudah tercatat.` })
    await ctx.db
      .insertInto('holiday')
      .values(days.map((day) => ({ id: newId(), ...day, decree, from_day: from, to_day: null })))
      .execute()
    await touchCalendars(ctx)
    const after = { year, decree, from, days }
    await record(ctx, 'holiday-year.added', { thing: 'holiday-year', id: String(year), agencyId: null, after })
    return { year, days: days.length }
  })
}
