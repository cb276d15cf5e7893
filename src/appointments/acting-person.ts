import { findActor } from '../agencies/find-people.ts'
import { delegate } from '../agencies/policy.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

/** The person with the roles of today and what heads have delegated to them today. */
export async function findActingPerson(ctx: Ctx, personId: string): Promise<Actor | null> {
  const actor = await findActor(ctx, personId)
  if (actor?.kind !== 'person' || actor.grants.length === 0) return actor
  const today = dayInWib(ctx.now)
  const delegated = await ctx.db
    .selectFrom('delegation')
    .select('agency_id')
    .where('delegate_id', '=', personId)
    .where('from_day', '<=', today)
    .where('to_day', '>', today)
    .execute()
  const added = delegated.map(({ agency_id }) => ({ role: delegate, agencyId: agency_id }))
  return { ...actor, grants: [...actor.grants, ...added] }
}
