import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import { hashEvents } from './data/hash-events.ts'
import './data/tables.ts'

/** Events of one seal, at most. */
const batchSize = 2000
const settlingTime = 60_000

/**
 * Seals the events that are complete: noted at least a minute ago, and every transaction of that time has ended, so
 * that no id below can still appear. Then notes how far the next run may go. Answers how many events it sealed.
 *
 * It takes no lock a writer would meet. It records no event: its own would have to be sealed in turn, for ever.
 */
export async function sealEvents(ctx: Ctx): Promise<number> {
  return transaction(ctx, async (ctx) => {
    await sql`select pg_advisory_xact_lock(hashtext('kentongan event seal'))`.execute(ctx.db)
    const mark = await settledMark(ctx)
    if (mark === 'unsettled') return 0
    let sealed = 0
    if (mark !== null)
      for (let count = await sealBatch(ctx, mark); count > 0; count = await sealBatch(ctx, mark)) sealed += count
    await noteMark(ctx)
    return sealed
  })
}

/** Up to which id everything has settled; null when nothing was noted yet. */
async function settledMark(ctx: Ctx): Promise<string | 'unsettled' | null> {
  const mark = await ctx.db
    .selectFrom('event_seal_mark')
    .select(['up_to', 'noted_at', sql<boolean>`pg_snapshot_xmin(pg_current_snapshot()) >= horizon`.as('allEnded')])
    .executeTakeFirst()
  if (!mark) return null
  const rested = ctx.now.getTime() - mark.noted_at.getTime() >= settlingTime
  return rested && mark.allEnded ? mark.up_to : 'unsettled'
}

async function noteMark(ctx: Ctx): Promise<void> {
  await sql`
    insert into event_seal_mark (up_to, horizon, noted_at)
    select coalesce(max(id), 0), pg_snapshot_xmax(pg_current_snapshot()), ${ctx.now} from event
    on conflict (is_one) do update
      set up_to = excluded.up_to, horizon = excluded.horizon, noted_at = excluded.noted_at`.execute(ctx.db)
}

async function sealBatch(ctx: Ctx, upTo: string): Promise<number> {
  const last = await ctx.db.selectFrom('event_seal').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  const ids = ctx.db
    .selectFrom('event')
    .select('id')
    .where('id', '<=', upTo)
    .$if(last !== undefined, (all) => all.where('id', '>', last?.to_id ?? ''))
    .orderBy('id')
    .limit(batchSize)
  const range = await ctx.db
    .selectFrom(ids.as('batch'))
    .select((row) => [row.fn.min('id').as('first'), row.fn.max('id').as('last')])
    .executeTakeFirstOrThrow()
  if (range.last === null) return 0
  const { count, hash } = await hashEvents(ctx, last?.hash ?? null, last?.to_id ?? null, range.last)
  const from = last ? String(BigInt(last.to_id) + 1n) : range.first
  await ctx.db
    .insertInto('event_seal')
    .values({ id: (last?.id ?? 0) + 1, from_id: from, to_id: range.last, count, hash, sealed_at: ctx.now })
    .execute()
  return count
}
