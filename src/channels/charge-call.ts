import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { priceOn } from './channel-price.ts'
import './data/call-tables.ts'
import type { PriceItem, XCharge } from './x/charges.ts'

/** X bills by days and months of UTC. */
export const billingDay = (at: Date): string => at.toISOString().slice(0, 10)
export const billingMonth = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`

interface ChargedCall {
  accountId: string | null
  call: string
  charges: readonly XCharge[]
  /** False: the call was not answered, so X may or may not have carried it out. */
  certain: boolean
}

/** Writes into the ledger what a call cost: reads once a UTC day, writes each time. Answers whether anything was. */
export async function chargeCall(ctx: Ctx, { accountId, call, charges, certain }: ChargedCall): Promise<boolean> {
  let charged = false
  for (const { item, ids } of charges) {
    const now = ctx.platform.clock()
    const quantity = ids === null ? 1 : await keepRead(ctx, now, item, ids)
    if (quantity === 0) continue
    charged = true
    const price = await priceOf(ctx, item, now)
    await ctx.db
      .insertInto('channel_charge')
      .values({
        id: newId(),
        at: now,
        month: billingMonth(now),
        account_id: accountId,
        ...{ item, call, quantity, certain },
        micros: String(quantity * price),
      })
      .execute()
  }
  return charged
}

/** How many of these were not read today. An owned read is a read of a post: dearer or cheaper, it is paid for once. */
async function keepRead(ctx: Ctx, now: Date, item: PriceItem, ids: readonly string[]): Promise<number> {
  const kind = item === 'owned-read' ? 'post-read' : item
  const fresh = await sql`
    insert into channel_read (day, kind, external_id)
    select distinct ${billingDay(now)}::date, ${kind}, id from unnest(${ids}::text[]) as id order by id
    on conflict do nothing`.execute(ctx.db)
  return Number(fresh.numAffectedRows ?? 0n)
}

/** Today's price of an item, in millionths of a US dollar; as it ships where none was brought into the database. */
async function priceOf(ctx: Ctx, item: PriceItem, now: Date): Promise<number> {
  const kept = await ctx.db
    .selectFrom('channel_price')
    .select('micros')
    .where('item', '=', item)
    .where('from_day', '<=', billingDay(now))
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return kept?.micros ?? priceOn(item, now)
}

/** What was read before yesterday is charged again anyway. */
export async function forgetReads(ctx: Ctx): Promise<void> {
  const yesterday = billingDay(new Date(ctx.now.getTime() - 86_400_000))
  await ctx.db.deleteFrom('channel_read').where('day', '<', yesterday).execute()
}
