import type { Ctx } from '../platform/ctx.ts'
import { isRefusal } from '../platform/refusal.ts'
import { closeCase } from './close-case.ts'
import './data/tables.ts'

const batch = 200

/**
 * Closes the answered cases whose citizen has not written again in the time of rule `closing` (SP4N-LAPOR!). What an
 * officer has in hand at this moment is left for tomorrow. Answers how many were closed.
 */
export async function closeSilentCases(ctx: Ctx): Promise<number> {
  let closed = 0
  for (let after = ''; ; ) {
    const due = await dueCases(ctx, after)
    for (const { ticket, version } of due) if (!isRefusal(await closeCase(ctx, { ticket, version }))) closed += 1
    const last = due.at(-1)
    if (last === undefined) return closed
    after = last.id
  }
}

const dueCases = (ctx: Ctx, after: string) =>
  ctx.db
    .selectFrom('cases')
    .select(['id', 'ticket', 'version'])
    .where('state', '=', 'answered')
    .where('closes_at', '<=', ctx.now)
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(batch)
    .execute()
