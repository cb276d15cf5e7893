import { readFileSync } from 'node:fs'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { CaseKind } from './case.ts'
import './data/work-tables.ts'
import type { Proof } from './closing.ts'
import { readFollowUps } from './data/follow-up-rows.ts'
import { countProven } from './follow-up.ts'

/** How many follow-ups with proof a kind needs before a case may be called done, from a WIB day on. */
export interface ProofRule {
  kind: CaseKind
  from: string
  required: number
  basis: string
}

const file = new URL('../../db/data/proof-rules.json', import.meta.url)

/** The rule that holds on `day`; what came before there was any is held to the first; no rule asks for nothing. */
export function requiredProof(rules: readonly ProofRule[], kind: CaseKind, day: string): number {
  const fitting = rules.filter((rule) => rule.kind === kind).sort((a, b) => (a.from < b.from ? 1 : -1))
  return (fitting.find(({ from }) => from <= day) ?? fitting.at(-1))?.required ?? 0
}

/** Brings the rules that ship into the database. What is there already stays as it is. */
export async function seedProofRules(ctx: Ctx): Promise<void> {
  const shipped: ProofRule[] = JSON.parse(readFileSync(file, 'utf8'))
  await ctx.db
    .insertInto('proof_rule')
    .values(shipped.map(({ from, ...rule }) => ({ from_day: from, ...rule })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What is required of each kind, the oldest first. */
export const findProofRules = (ctx: Ctx): Promise<ProofRule[]> =>
  ctx.db
    .selectFrom('proof_rule')
    .select(['kind', 'from_day as from', 'required', 'basis'])
    .orderBy('from_day')
    .orderBy('kind')
    .execute()

/** The proof a case needs by the day it was received, and how much it has. */
export async function proofOf(ctx: Ctx, found: { id: string; kind: CaseKind; received_at: Date }): Promise<Proof> {
  const rules = await findProofRules(ctx)
  const given = countProven(await readFollowUps(ctx, found.id))
  return { required: requiredProof(rules, found.kind, dayInWib(found.received_at)), given }
}
