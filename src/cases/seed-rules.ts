import { readFileSync } from 'node:fs'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import type { CaseClass, CaseKind } from './case.ts'
import './data/tables.ts'
import type { LimitUnit } from './sla-rule.ts'

const file = new URL('../../db/data/sla-rules.json', import.meta.url)

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
  const shipped: Shipped[] = JSON.parse(readFileSync(file, 'utf8'))
  await ctx.db
    .insertInto('sla_rule')
    .values(shipped.map(({ from, ...rule }) => ({ id: newId(), agency_id: null, from_day: from, ...rule })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
