import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { forbidden, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCalendars } from './data/lock-calendars.ts'
import { findCalendarHours } from './find-calendars.ts'
import { type KeptHours, refuseHoursWithdrawal } from './office-hours.ts'

/** Withdraws office hours that were entered wrongly, as if they had never been; the row stays with the reason. */
export async function withdrawHours(
  ctx: Ctx,
  given: { calendarId: string; id: string; reason: string },
): Promise<KeptHours | Refusal> {
  const reason = cleanText(given.reason).slice(0, 300)
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const knownYears = await lockCalendars(ctx)
    const calendar = await findCalendarHours(ctx, given.calendarId)
    const hours = calendar.hours.find(({ id }) => id === given.id)
    if (!hours) throw new Missing(`office hours ${given.id}`)
    const refusal = refuseHoursWithdrawal(calendar.hours, hours.id, { reason, knownYears })
    if (refusal !== undefined) return invalid({ reason: refusal })
    await ctx.db
      .updateTable('office_hours')
      .set({ withdrawn_at: ctx.now, withdrawal_reason: reason })
      .where('id', '=', hours.id)
      .execute()
    await touchCalendars(ctx)
    const [before, after] = [{ calendar: calendar.name, ...hours }, { reason }]
    await record(ctx, 'office-hours.withdrawn', { thing: 'office-hours', id: hours.id, agencyId: null, before, after })
    return hours
  })
}
