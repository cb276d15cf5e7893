import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findDecree } from './find-decrees.ts'

/** Throws away a decree that was entered and not confirmed; the event keeps what it said. */
export async function discardDecree(ctx: Ctx, id: string): Promise<{ id: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const { year, number, listed, withdrawn, confirmedAt } = await findDecree(ctx, id)
    if (confirmedAt !== null) return conflict('Keputusan ini sudah ditetapkan; ubah dengan keputusan yang lain.')
    await ctx.db.deleteFrom('holiday_decree').where('id', '=', id).execute()
    const before = { year, number, listed, withdrawn }
    await record(ctx, 'holiday-decree.discarded', { thing: 'holiday-decree', id, agencyId: null, before })
    return { id }
  })
}
