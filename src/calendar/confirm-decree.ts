import { may } from '../agencies/policy.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { conflict, forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCalendars } from './data/lock-calendars.ts'
import type { Decree } from './decree.ts'
import { type ChangedDay, dayInFewWords } from './decree-change.ts'
import { changeNow, findDecree } from './find-decrees.ts'

export interface Confirmed {
  year: number
  added: number
  withdrawn: number
}

/**
 * Confirms a decree as it was seen: its days off hold from its day on, those it withdraws hold no more, and a year
 * that was unknown is known. `seen` is the version of the calendars that was shown; where another decree came between,
 * it has to be looked at again.
 */
export async function confirmDecree(ctx: Ctx, input: { id: string; seen: string }): Promise<Confirmed | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const knownYears = await lockCalendars(ctx)
    const decree = await findDecree(ctx, input.id)
    if (decree.confirmedAt !== null) return conflict('Keputusan ini sudah ditetapkan.')
    const { change, version } = await changeNow(ctx, decree)
    if (version !== input.seen) return conflict('Kalender berubah sejak halaman ini dibuka. Periksa sekali lagi.')
    if (change.wrong.length > 0) return conflict('Masih ada baris yang belum dipahami.')
    if (change.obstacles[0] !== undefined) return conflict(change.obstacles.join(' '))
    const added = change.rows.filter(({ effect }) => effect === 'added')
    const withdrawn = change.rows.filter(({ effect }) => effect === 'withdrawn')
    await save(ctx, decree, { added, withdrawnIds: change.withdrawnIds, isNewYear: !knownYears.includes(decree.year) })
    const { id, year, number, decreedOn, wholeYear } = decree
    await record(ctx, 'holiday-decree.confirmed', {
      thing: 'holiday-decree',
      id,
      agencyId: null,
      before: { withdrawn: withdrawn.map(dayInFewWords) },
      after: { year, number, decreedOn, wholeYear, added: added.map(dayInFewWords) },
    })
    return { year, added: added.length, withdrawn: withdrawn.length }
  })
}

async function save(
  ctx: Ctx,
  { id, year, number, decreedOn }: Decree,
  change: { added: readonly ChangedDay[]; withdrawnIds: readonly string[]; isNewYear: boolean },
): Promise<void> {
  if (change.isNewYear)
    await ctx.db.insertInto('holiday_year').values({ year, decree: number, from_day: decreedOn }).execute()
  if (change.withdrawnIds.length > 0)
    await ctx.db
      .updateTable('holiday')
      .set({ to_day: decreedOn, withdrawn_by: number })
      .where('id', 'in', change.withdrawnIds)
      .execute()
  const rows = change.added.map(({ day, kind, name }) => ({ id: newId(), day, kind, name }))
  if (rows.length > 0)
    await ctx.db
      .insertInto('holiday')
      .values(rows.map((row) => ({ ...row, decree: number, from_day: decreedOn, to_day: null })))
      .execute()
  await ctx.db
    .updateTable('holiday_decree')
    .set({ confirmed_at: ctx.now, confirmed_by: 'name' in ctx.actor ? ctx.actor.name : '' })
    .where('id', '=', id)
    .execute()
  await touchCalendars(ctx)
}
