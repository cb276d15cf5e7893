import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCaseById } from './data/case-rows.ts'
import { endPause } from './data/pause-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'

/**
 * Notes the pauses whose limit has passed. The clocks went on at that instant by themselves; this says so in the case.
 * Answers how many there were; may run twice.
 */
export async function endPauses(ctx: Ctx): Promise<number> {
  const past = await ctx.db
    .selectFrom('case_pause')
    .select('case_id')
    .where('ended_at', 'is', null)
    .where('limit_at', '<=', ctx.now)
    .orderBy('limit_at')
    .limit(1000)
    .execute()
  for (const { case_id } of past)
    await transaction(ctx, async (ctx) => {
      const found = await lockCaseById(ctx, case_id)
      await endPause(ctx, found, { at: ctx.now, how: 'limit' })
      await settleClocks(ctx, found, 'Jeda mencapai batas waktunya.')
    })
  return past.length
}
