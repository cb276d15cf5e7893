import { sql } from 'kysely'
import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findCalendars } from './find-calendars.ts'

/** Makes a calendar for agencies that do not work by the city's, beginning with the hours of another calendar. */
export async function addCalendar(ctx: Ctx, given: { name: string; like: string }): Promise<{ id: string } | Refusal> {
  const name = cleanText(given.name)
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const calendars = await findCalendars(ctx)
    const like = calendars.find(({ id }) => id === given.like)
    const id = idOf(name)
    if (id === '' || name.length > 80) return invalid({ name: 'Isi nama kalender, paling banyak 80 huruf.' })
    if (calendars.some((known) => known.id === id)) return invalid({ name: 'Kalender dengan nama ini sudah ada.' })
    if (!like) return invalid({ like: 'Pilih kalender yang jam kerjanya disalin.' })
    await ctx.db.insertInto('calendar').values({ id, name }).execute()
    if (like.hours.length > 0)
      await ctx.db
        .insertInto('office_hours')
        .values(
          like.hours.map(({ from, to, week, jointLeaveIsOff, ...hours }) => ({
            ...{ ...hours, id: newId(), calendar_id: id, from_day: from, to_day: to },
            ...{ week: sql`${JSON.stringify(week)}::jsonb` as never, joint_leave_is_off: jointLeaveIsOff },
          })),
        )
        .execute()
    await touchCalendars(ctx)
    await record(ctx, 'calendar.added', { thing: 'calendar', id, agencyId: null, after: { name, like: like.id } })
    return { id }
  })
}

/** `Layanan 24 jam (RSUD)` is `layanan-24-jam-rsud`: what `bin/kentongan due --calendar` is told. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
