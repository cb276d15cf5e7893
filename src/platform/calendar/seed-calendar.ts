import { type Insertable, sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../id.ts'
import { transaction } from '../transaction.ts'
import type { CalendarData } from './calendar-data.ts'
import { touchCalendars } from './calendar-rows.ts'
import { shippedCalendars } from './shipped-calendar.ts'

/** Brings the calendars that ship into the database. What is there already, edited or not, stays as it is. */
export async function seedCalendar(ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    let added = 0
    for (const calendar of shippedCalendars()) added += await seedOne(ctx, calendar)
    if (added > 0) await touchCalendars(ctx)
  })
}

async function seedOne(ctx: Ctx, { id, name, hours, years, daysOff }: CalendarData): Promise<number> {
  return (
    (await insertNew(ctx, 'calendar', [{ id, name }])) +
    (await insertNew(
      ctx,
      'office_hours',
      hours.map(({ from, to, name, basis, week, jointLeaveIsOff }) => ({
        id: newId(),
        calendar_id: id,
        from_day: from,
        to_day: to,
        name,
        basis,
        week: sql`${JSON.stringify(week)}::jsonb` as never,
        joint_leave_is_off: jointLeaveIsOff,
      })),
    )) +
    (await insertNew(
      ctx,
      'holiday_year',
      years.map(({ year, decree, from }) => ({ year, decree, from_day: from })),
    )) +
    (await insertNew(
      ctx,
      'holiday',
      daysOff.map(({ from, to, ...off }) => ({ id: newId(), ...off, from_day: from, to_day: to })),
    ))
  )
}

async function insertNew<T extends 'calendar' | 'office_hours' | 'holiday_year' | 'holiday'>(
  ctx: Ctx,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<number> {
  const [result] = await ctx.db
    .insertInto(table as 'calendar')
    .values(rows as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return Number(result?.numInsertedOrUpdatedRows ?? 0)
}
