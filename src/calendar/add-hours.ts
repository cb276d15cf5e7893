import { sql } from 'kysely'
import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCalendars } from './data/lock-calendars.ts'
import { findCalendarHours } from './find-calendars.ts'
import { type HoursInput, type KeptHours, refuseHours, weekOf } from './office-hours.ts'

/** Adds office hours to a calendar for a range of days; the days may be over (the start of Ramadan is told the evening before). */
export async function addHours(ctx: Ctx, calendarId: string, given: HoursInput): Promise<KeptHours | Refusal> {
  const input = { ...given, name: cleanText(given.name), basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    await lockCalendars(ctx)
    const calendar = await findCalendarHours(ctx, calendarId)
    const errors = refuseHours(input, calendar.hours)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const { name, from, basis, jointLeaveIsOff } = input
    const hours: KeptHours = {
      id: newId(),
      name,
      from,
      to: input.to || null,
      basis,
      jointLeaveIsOff,
      week: weekOf(input),
    }
    await ctx.db
      .insertInto('office_hours')
      .values({
        ...{ id: hours.id, calendar_id: calendar.id, from_day: from, to_day: hours.to, name, basis },
        ...{ week: sql`${JSON.stringify(hours.week)}::jsonb` as never, joint_leave_is_off: jointLeaveIsOff },
      })
      .execute()
    await touchCalendars(ctx)
    const after = { calendar: calendar.name, ...hours }
    await record(ctx, 'office-hours.added', { thing: 'office-hours', id: hours.id, agencyId: null, after })
    return hours
  })
}
