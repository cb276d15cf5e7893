import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import type { Agency } from './agency.ts'
import { factColumns, heldOn, kindOrder } from './data/agency-rows.ts'
import { type Action, scopeOf } from './policy.ts'

/** All agencies there are today or on `day`, in the city's order: by kind as the law lists them, then by name. */
export async function findAgencies(ctx: Ctx, day = dayInWib(ctx.now)): Promise<Agency[]> {
  return heldOn(ctx, day).select(factColumns).orderBy(kindOrder).orderBy('n.name').execute()
}

/** Those of today for which the actor may do `action`. */
export async function findAgenciesFor(ctx: Ctx, action: Action): Promise<Agency[]> {
  const scope = scopeOf(ctx.actor, action)
  return scope === 'all' ? findAgencies(ctx) : findAgenciesOf(ctx, scope)
}

/** Those of these agencies that there are today, in the city's order. */
export async function findAgenciesOf(ctx: Ctx, ids: readonly string[]): Promise<Agency[]> {
  return heldOn(ctx, dayInWib(ctx.now))
    .where('n.agency_id', '=', sql<string>`any(${ids}::text[])`)
    .select(factColumns)
    .orderBy(kindOrder)
    .orderBy('n.name')
    .execute()
}

/** The agency as it was on `day`. Names are public, so everybody may ask. Throws `Missing`, also when it was not yet or no more. */
export async function agencyOn(ctx: Ctx, id: string, day: string): Promise<Agency> {
  const found = await heldOn(ctx, day).where('n.agency_id', '=', id).select(factColumns).executeTakeFirst()
  if (!found) throw new Missing(`agency ${id} on ${day}`)
  return found
}

/**
 * The agency as it is today, or was last when it has ended, or will be first: so that what belongs to it never loses
 * its name. Throws `Missing` for what never was an agency.
 */
export async function findAgency(ctx: Ctx, id: string): Promise<Agency> {
  const day = dayInWib(ctx.now)
  const found = await ctx.db
    .selectFrom('agency_name as n')
    .where('n.agency_id', '=', id)
    .select(factColumns)
    .orderBy(sql`n.from_day <= ${day}`, 'desc')
    .orderBy(sql`abs(n.from_day - ${day}::date)`)
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new Missing(`agency ${id}`)
  return found
}

/**
 * The agency of `day` as it was believed to be at the instant `at`, before later changes and corrections; null when it
 * was not believed to exist that day.
 */
export async function agencyAsBelieved(ctx: Ctx, id: string, day: string, at: Date): Promise<Agency | null> {
  const held = sql<boolean>`from_day <= ${day} and (to_day is null or to_day > ${day}) and recorded_at <= ${at}`
  const columns = sql`agency_id as id, name, abbreviation, kind, parent_id as "parentId", region_code as "regionCode", host`
  const { rows } = await sql<Agency>`
    select ${columns} from agency_name where agency_id = ${id} and ${held}
    union all
    select ${columns} from superseded_agency_name where agency_id = ${id} and ${held} and superseded_at > ${at}
    limit 1`.execute(ctx.db)
  return rows[0] ?? null
}
