import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import { settleClocks } from './data/settle-clocks.ts'

const batch = 200

/**
 * Computes every running clock anew, after a change of calendar or rules. Where an end moves, the former one is kept
 * with `reason` and the case gets one event. May run twice: what has not moved is not touched. Answers how many moved.
 */
export async function recomputeDueDates(ctx: Ctx, reason: string): Promise<number> {
  let changed = 0
  for (let after = ''; ; ) {
    const ids = await runningCases(ctx, after)
    const last = ids.at(-1)
    if (last === undefined) return changed
    changed += await transaction(ctx, (ctx) => recomputeSome(ctx, ids, reason))
    after = last
  }
}

async function runningCases(ctx: Ctx, after: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('cases')
    .select('id')
    .where('state', 'in', ['open', 'replied'])
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(batch)
    .execute()
  return rows.map(({ id }) => id)
}

async function recomputeSome(ctx: Ctx, ids: readonly string[], reason: string): Promise<number> {
  const cases = await ctx.db.selectFrom('cases').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()
  let changed = 0
  for (const found of cases) {
    const { begun } = await settleClocks(ctx, found, reason)
    if (begun.length === 0) continue
    changed += 1
    await record(ctx, 'case.due-changed', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { nextDueAt: found.next_due_at },
      after: { reason, clocks: begun.map(({ step, dueAt }) => ({ step, dueAt })) },
    })
  }
  return changed
}
