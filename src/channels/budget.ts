import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { billingMonth } from './charge-call.ts'
import { type Budget, budgetState } from './cost.ts'
import './data/call-tables.ts'
import { haltCalls } from './halt.ts'

/** The budget of this month (`YYYY-MM-01`): the last one set for it or an earlier month; undefined: none was set. */
export async function findBudget(ctx: Ctx, month: string): Promise<Budget | undefined> {
  const row = await ctx.db
    .selectFrom('channel_budget')
    .select(['micros', 'warn_percent as warnPercent', 'stops'])
    .where('from_month', '<=', month)
    .orderBy('from_month', 'desc')
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, micros: Number(row.micros) }
}

/** All that calls cost in this month, what is not certain included, in millionths of a US dollar. */
export async function spentIn(ctx: Ctx, month: string): Promise<number> {
  const { micros } = await ctx.db
    .selectFrom('channel_charge')
    .select(sql<string>`coalesce(sum(micros), 0)`.as('micros'))
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return Number(micros)
}

/** Whether the budget of the present month forbids further calls. */
export async function isUsedUp(ctx: Ctx): Promise<boolean> {
  const month = billingMonth(ctx.platform.clock())
  const budget = await findBudget(ctx, month)
  return budget?.stops === true && budgetState(await spentIn(ctx, month), budget) === 'used-up'
}

/** Stops all calls of the app once the month's budget is used up, if the city wants that. */
export async function guardBudget(ctx: Ctx): Promise<void> {
  if (await isUsedUp(ctx)) await haltCalls(ctx, 'budget')
}
