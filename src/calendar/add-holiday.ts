import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCalendars } from './data/lock-calendars.ts'
import { type Holiday, type HolidayInput, isDayOffKind, refuseHoliday } from './holiday.ts'

/** Adds a day off by a decree, known from the decree's date. Who counts by the calendar follows the event. */
export async function addHoliday(ctx: Ctx, given: HolidayInput): Promise<Holiday | Refusal> {
  const input = { ...given, name: cleanText(given.name), decree: cleanText(given.decree) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const knownYears = await lockCalendars(ctx)
    const errors = refuseHoliday(input, { today: dayInWib(ctx.now), knownYears })
    if (Object.keys(errors).length > 0 || !isDayOffKind(input.kind)) return invalid(errors)
    const holiday: Holiday = { id: newId(), ...input, kind: input.kind }
    if (await isRecorded(ctx, holiday)) return invalid({ day: 'Hari libur ini sudah tercatat.' })
    const { from, ...columns } = holiday
    await ctx.db
      .insertInto('holiday')
      .values({ ...columns, from_day: from, to_day: null })
      .execute()
    await touchCalendars(ctx)
    await record(ctx, 'holiday.added', { thing: 'holiday', id: holiday.id, agencyId: null, after: holiday })
    return holiday
  })
}

async function isRecorded(ctx: Ctx, { day, kind }: Holiday): Promise<boolean> {
  const recorded = await ctx.db
    .selectFrom('holiday')
    .select('id')
    .where('day', '=', day)
    .where('kind', '=', kind)
    .where('to_day', 'is', null)
    .executeTakeFirst()
  return recorded !== undefined
}
