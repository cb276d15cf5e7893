import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, refuseToClose } from './case.ts'
import { lastActBy, lockCase, toCase } from './data/case-rows.ts'

/** Closes an answered case. Within the time of rule `closing` a further word of the citizen opens it again. */
export async function closeCase(ctx: Ctx, input: { ticket: string; version: number }): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToClose(found, { version: input.version, lastActBy: await lastActBy(ctx, found.id) })
    if (refusal) return refusal
    const closed = { state: 'closed' as const, state_since: ctx.now, version: found.version + 1 }
    await ctx.db.updateTable('cases').set(closed).where('id', '=', found.id).execute()
    await record(ctx, 'case.closed', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { state: found.state },
      after: { state: closed.state },
    })
    return toCase({ ...found, ...closed })
  })
}
