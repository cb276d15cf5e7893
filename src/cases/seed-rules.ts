import { readFileSync } from 'node:fs'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import type { CaseClass, CaseKind } from './case.ts'
import './data/tables.ts'
import './data/warning-tables.ts'
import type { EscalationRule } from './escalation.ts'
import type { PauseReason } from './pause.ts'
import type { LimitUnit } from './sla-rule.ts'

const file = (name: string): URL => new URL(`../../db/data/${name}.json`, import.meta.url)

interface Shipped {
  step: string
  kind: CaseKind | null
  class: CaseClass | null
  unit: LimitUnit
  amount: number
  from: string
  basis: string
}

/** Brings the time limits that ship (product.md 5) into the database. What is there already stays as it is. */
export async function seedRules(ctx: Ctx): Promise<void> {
  const shipped: Shipped[] = JSON.parse(readFileSync(file('sla-rules'), 'utf8'))
  await ctx.db
    .insertInto('sla_rule')
    .values(shipped.map(({ from, ...rule }) => ({ id: newId(), agency_id: null, from_day: from, ...rule })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The reasons for which clocks may stand still. */
export async function seedPauseReasons(ctx: Ctx): Promise<void> {
  const shipped: PauseReason[] = JSON.parse(readFileSync(file('pause-reasons'), 'utf8'))
  await ctx.db
    .insertInto('pause_reason')
    .values(
      shipped.map(({ from, limitDays, endsByWord, steps, ...reason }) => ({
        ...reason,
        from_day: from,
        limit_days: limitDays,
        ends_by_word: endsByWord,
        steps: JSON.stringify(steps),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who is told when a clock comes to a level. */
export async function seedEscalationRules(ctx: Ctx): Promise<void> {
  const shipped: EscalationRule[] = JSON.parse(readFileSync(file('escalation-rules'), 'utf8'))
  await ctx.db
    .insertInto('escalation_rule')
    .values(shipped.map(({ from, told, ...rule }) => ({ ...rule, from_day: from, told: JSON.stringify(told) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
