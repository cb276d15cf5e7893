import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

const file = join(import.meta.dirname, '../../db/data/contributor-rules.json')

export interface ContributorRules {
  /** For how many days a link is good. */
  linkDays: number
  /** How many items one link takes in 24 hours. */
  handInsADay: number
}

/** Loads the rules that ship; those that are there stay as the city set them. */
export async function seedContributorRules(ctx: Ctx): Promise<void> {
  const rules = JSON.parse(readFileSync(file, 'utf8')) as { kind: string; number: number; from: string }[]
  await ctx.db
    .insertInto('contributor_rule')
    .values(rules.map(({ kind, number, from }) => ({ kind, number, from_day: from })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The rules in force today. Throws where one is missing: that is an unseeded installation. */
export async function findContributorRules(ctx: Ctx): Promise<ContributorRules> {
  const rows = await ctx.db
    .selectFrom('contributor_rule')
    .select(['kind', 'number'])
    .where('from_day', '<=', dayInWib(ctx.now))
    .orderBy('from_day')
    .execute()
  const rules = new Map(rows.map(({ kind, number }) => [kind, number]))
  const of = (kind: string): number => {
    const found = rules.get(kind)
    if (found === undefined) throw new Error(`no contributor rule ${kind}: run "bin/kentongan seed"`)
    return found
  }
  return { linkDays: of('link-days'), handInsADay: of('hand-ins-a-day') }
}
