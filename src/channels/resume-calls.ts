import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { sendWaitingPosts } from './send-waiting.ts'
import './data/tables.ts'

/** Credit is there again; what waited is sent. Only for those who look after the whole city. */
export async function resumeCalls(ctx: Ctx): Promise<undefined | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (scopeOf(ctx.actor, 'account.connect') !== 'all') return forbidden()
    await ctx.db
      .updateTable('channel_halt')
      .set({ lifted_at: ctx.now, lifted_by: 'name' in ctx.actor ? ctx.actor.name : '' })
      .where('platform', '=', 'x')
      .where('lifted_at', 'is', null)
      .execute()
    await record(ctx, 'channel.resumed', { thing: 'channel', id: 'x', agencyId: null })
    await sendWaitingPosts(ctx)
    return undefined
  })
}
