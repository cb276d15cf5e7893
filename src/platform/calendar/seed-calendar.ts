import { type Insertable, sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../id.ts'
import { transaction } from '../transaction.ts'
import type { CalendarData } from './calendar-data.ts'
import { touchCalendars } from './calendar-rows.ts'
import { shippedCalendars } from './shipped-calendar.ts'

/**
 * Brings the calendars that ship into the database. What is there already, edited or not, stays as it is: of a year
 * that the city has recorded itself no day is added.
 */
export async function seedCalendar(ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const shipped = shippedCalendars()
    const added = await seedYears(ctx, shipped[0])
    const calendars = await insertNew(
      ctx,
      'calendar',
      shipped.map(({ id, name }) => ({ id, name })),
    )
    const hours = await insertNew(ctx, 'office_hours', await newHours(ctx, shipped.flatMap(hoursOf)))
    if (added + calendars + hours > 0) await touchCalendars(ctx)
  })
}

async function seedYears(ctx: Ctx, shipped: CalendarData | undefined): Promise<number> {
  const known = new Set((await ctx.db.selectFrom('holiday_year').select('year').execute()).map(({ year }) => year))
  const isNew = (year: number): boolean => !known.has(year)
  const years = shipped?.years.filter(({ year }) => isNew(year)) ?? []
  const daysOff = shipped?.daysOff.filter(({ day }) => isNew(Number(day.slice(0, 4)))) ?? []
  return (
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

/** Hours the city has withdrawn do not come back. */
async function newHours(ctx: Ctx, shipped: readonly HoursRow[]): Promise<HoursRow[]> {
  const known = await ctx.db.selectFrom('office_hours').select(['calendar_id', 'from_day', 'name']).execute()
  const keyOf = (row: Pick<HoursRow, 'calendar_id' | 'from_day' | 'name'>): string =>
    `${row.calendar_id} ${row.from_day} ${row.name}`
  const keys = new Set(known.map(keyOf))
  return shipped.filter((row) => !keys.has(keyOf(row)))
}

type HoursRow = Insertable<Database['office_hours']>

const hoursOf = ({ id, hours }: CalendarData): HoursRow[] =>
  hours.map(({ from, to, name, basis, week, jointLeaveIsOff }) => ({
    id: newId(),
    calendar_id: id,
    from_day: from,
    to_day: to,
    name,
    basis,
    week: sql`${JSON.stringify(week)}::jsonb` as never,
    joint_leave_is_off: jointLeaveIsOff,
  }))

async function insertNew<T extends 'calendar' | 'office_hours' | 'holiday_year' | 'holiday'>(
  ctx: Ctx,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<number> {
  if (rows.length === 0) return 0
  const [result] = await ctx.db
    .insertInto(table as 'calendar')
    .values(rows as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return Number(result?.numInsertedOrUpdatedRows ?? 0)
}
