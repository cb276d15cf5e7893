import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import './data/call-tables.ts'
import './data/tables.ts'
import { isPriceItem, type PriceItem } from './x/charges.ts'

/** What one account spent in a month on one item. Money is in millionths of a US dollar. */
export interface CostLine {
  /** Null: the app itself. */
  accountId: string | null
  handle: string | null
  agencyId: string | null
  item: PriceItem
  quantity: number
  micros: number
  /** Of these: what may not have been carried out, for the call was not answered. */
  uncertain: number
}

/** The charges of a month this actor may see: of all accounts, or of those of the own agency. */
function visibleCharges(ctx: Ctx, month: string) {
  const scope = scopeOf(ctx.actor, 'cost.read')
  const query = ctx.db
    .selectFrom('channel_charge as c')
    .leftJoin('social_account as a', 'a.id', 'c.account_id')
    .where('c.month', '=', `${month}-01`)
  return scope === 'all' ? query : query.where('a.agency_id', 'in', scope.length > 0 ? [...scope] : [''])
}

/** The cost of a month (`YYYY-MM`, UTC), by account and item. */
export async function findCosts(ctx: Ctx, month: string): Promise<CostLine[]> {
  const rows = await visibleCharges(ctx, month)
    .select([
      'c.account_id as accountId',
      'a.handle',
      'a.agency_id as agencyId',
      'c.item',
      sql<string>`sum(c.quantity)`.as('quantity'),
      sql<string>`sum(c.micros)`.as('micros'),
      sql<string>`coalesce(sum(c.micros) filter (where not c.certain), 0)`.as('uncertain'),
    ])
    .groupBy(['c.account_id', 'a.handle', 'a.agency_id', 'c.item'])
    .orderBy('a.handle')
    .orderBy('c.item')
    .execute()
  return rows.map(({ quantity, micros, uncertain, ...row }) => ({
    ...row,
    quantity: Number(quantity),
    micros: Number(micros),
    uncertain: Number(uncertain),
  }))
}

/** What was spent on each day of a month (UTC), for the forecast. */
export async function costByDay(ctx: Ctx, month: string): Promise<{ day: string; micros: number }[]> {
  const rows = await visibleCharges(ctx, month)
    .select([
      sql<string>`to_char(c.at at time zone 'UTC', 'YYYY-MM-DD')`.as('day'),
      sql<string>`sum(c.micros)`.as('micros'),
    ])
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.map(({ day, micros }) => ({ day, micros: Number(micros) }))
}

/** One call that was charged. */
export interface Charge {
  id: string
  at: Date
  handle: string | null
  item: PriceItem
  call: string
  quantity: number
  micros: number
  certain: boolean
}

interface ChargeFilter {
  month: string
  accountId?: string | undefined
  item?: string | undefined
  before?: string | undefined
  limit: number
}

/** The calls behind a figure, newest first. */
export async function findCharges(ctx: Ctx, filter: ChargeFilter): Promise<Charge[]> {
  const { accountId = '', item = '', before = '' } = filter
  const rows = await visibleCharges(ctx, filter.month)
    .select(['c.id', 'c.at', 'a.handle', 'c.item', 'c.call', 'c.quantity', 'c.micros', 'c.certain'])
    .$if(isId(accountId), (query) => query.where('c.account_id', '=', accountId))
    .$if(isPriceItem(item), (query) => query.where('c.item', '=', item as PriceItem))
    .$if(isId(before), (query) => query.where('c.id', '<', before))
    .orderBy('c.id', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map((row) => ({ ...row, micros: Number(row.micros) }))
}
