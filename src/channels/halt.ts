import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'

/** All calls to a platform have stopped. */
export interface Halt {
  reason: string
  since: Date
}

/** Whether nothing may be asked of X now, and why. */
export async function findHalt(ctx: Ctx): Promise<Halt | undefined> {
  return ctx.db
    .selectFrom('channel_halt')
    .select(['reason', 'since'])
    .where('platform', '=', 'x')
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
}

/** The app's credit is used up: waiting does not help, so every call stops until a person says it is filled up. */
export async function haltForCredit(ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const reason = 'Kredit aplikasi X habis atau batas bulanannya tercapai.'
    const halted = await ctx.db
      .insertInto('channel_halt')
      .values({ id: newId(), platform: 'x', reason, since: ctx.now, lifted_at: null, lifted_by: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (halted) await record(ctx, 'channel.halted', { thing: 'channel', id: 'x', agencyId: null, after: { reason } })
  })
}
