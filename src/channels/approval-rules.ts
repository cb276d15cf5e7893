import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { dayInWib } from '../platform/time.ts'
import type { ApprovalSteps } from './post-review.ts'
import './data/tables.ts'

const file = join(import.meta.dirname, '../../db/data/approval-rules.json')

interface ShippedRule {
  agencyId: string | null
  from: string
  steps: ApprovalSteps
  basis: string
}

/** Loads the rules that ship; those that are there stay as the city set them. */
export async function seedApprovalRules(ctx: Ctx): Promise<void> {
  const rules = JSON.parse(readFileSync(file, 'utf8')) as ShippedRule[]
  for (const { agencyId, from, steps, basis } of rules)
    await ctx.db
      .insertInto('approval_rule')
      .values({ id: newId(), agency_id: agencyId, from_day: from, steps: JSON.stringify(steps), basis })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Who must approve a broadcast of this agency today: by its own rule, else by the city's. */
export async function findApprovalSteps(ctx: Ctx, agencyId: string): Promise<ApprovalSteps> {
  const { steps } = await ctx.db
    .selectFrom('approval_rule')
    .select('steps')
    .where((where) => where.or([where('agency_id', '=', agencyId), where('agency_id', 'is', null)]))
    .where('from_day', '<=', dayInWib(ctx.now))
    .orderBy('agency_id', (order) => order.asc().nullsLast())
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new Error('no approval rule: run "bin/kentongan seed"'))
  return steps
}

export interface ApprovalRule {
  id: string
  /** Null: all agencies without a rule of their own. */
  agencyId: string | null
  from: string
  steps: ApprovalSteps
  basis: string
}

/** All rules, the latest first. Public within the city: everybody may know who approves. */
export async function findApprovalRules(ctx: Ctx): Promise<ApprovalRule[]> {
  return ctx.db
    .selectFrom('approval_rule')
    .select(['id', 'agency_id as agencyId', 'from_day as from', 'steps', 'basis'])
    .orderBy('from_day', 'desc')
    .orderBy('agency_id', (order) => order.asc().nullsLast())
    .execute()
}
