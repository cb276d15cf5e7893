import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCalendars } from './data/lock-calendars.ts'
import { findHoliday } from './find-holidays.ts'
import { type Holiday, refuseWithdrawal } from './holiday.ts'

/** A day off is none any more, by a decree, from the decree's day on; the day itself may be over. */
export async function withdrawHoliday(
  ctx: Ctx,
  given: { id: string; decree: string; from: string },
): Promise<Holiday | Refusal> {
  const input = { ...given, decree: cleanText(given.decree) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    await lockCalendars(ctx)
    const holiday = await findHoliday(ctx, input.id)
    const errors = refuseWithdrawal(input, { today: dayInWib(ctx.now), holiday })
    if (Object.keys(errors).length > 0) return invalid(errors)
    await ctx.db
      .updateTable('holiday')
      .set({ to_day: input.from, withdrawn_by: input.decree })
      .where('id', '=', holiday.id)
      .execute()
    await touchCalendars(ctx)
    const after = { ...holiday, withdrawnBy: input.decree, to: input.from }
    await record(ctx, 'holiday.withdrawn', {
      thing: 'holiday',
      id: holiday.id,
      agencyId: null,
      before: holiday,
      after,
    })
    return holiday
  })
}
