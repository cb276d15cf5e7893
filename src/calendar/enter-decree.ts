import { may } from '../agencies/policy.ts'
import { readYears } from '../platform/calendar/calendar-rows.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type DecreeInput, refuseDecree } from './decree.ts'
import { findDecree } from './find-decrees.ts'

/**
 * Takes down a decree about days off, to be looked at before it is confirmed; nothing is counted otherwise yet. With
 * `id` it corrects one that is not confirmed.
 */
export async function enterDecree(ctx: Ctx, given: DecreeInput, id?: string): Promise<{ id: string } | Refusal> {
  const input = {
    ...given,
    number: cleanText(given.number),
    listed: cleanText(given.listed),
    withdrawn: cleanText(given.withdrawn),
  }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const former = id === undefined ? null : await findDecree(ctx, id)
    if (former?.confirmedAt) return conflict('Keputusan ini sudah ditetapkan; ubah dengan keputusan yang lain.')
    const knownYears = (await readYears(ctx)).map(({ year }) => year)
    const errors = refuseDecree(input, { today: dayInWib(ctx.now), knownYears })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const { year, number, decreedOn, wholeYear, listed, withdrawn } = input
    const row = {
      id: former?.id ?? newId(),
      year: Number(year),
      number,
      decreed_on: decreedOn,
      whole_year: wholeYear,
      listed,
      withdrawn,
      entered_at: ctx.now,
      entered_by: 'name' in ctx.actor ? ctx.actor.name : '',
    }
    await ctx.db
      .insertInto('holiday_decree')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    const side = { year: Number(year), number, decreedOn, wholeYear, listed, withdrawn }
    await record(ctx, former ? 'holiday-decree.corrected' : 'holiday-decree.entered', {
      thing: 'holiday-decree',
      id: row.id,
      agencyId: null,
      ...(former && { before: { number: former.number, listed: former.listed, withdrawn: former.withdrawn } }),
      after: side,
    })
    return { id: row.id }
  })
}
