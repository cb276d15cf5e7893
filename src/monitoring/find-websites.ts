import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import type { Website } from './website.ts'
import './data/tables.ts'

const columns = ['id', 'agency_id as agencyId', 'url', 'hosted', 'monitored', 'cms', 'version'] as const

/** The websites this actor may see (`agencyIds`: of these agencies alone), by agency and address. */
export async function findWebsites(ctx: Ctx, agencyIds?: readonly string[]): Promise<Website[]> {
  const scope = scopeOf(ctx.actor, 'website.read')
  if (scope !== 'all' && scope.length === 0) return []
  return ctx.db
    .selectFrom('website')
    .select(columns)
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope === 'all' ? [] : scope))
    .$if(agencyIds !== undefined, (query) => query.where('agency_id', '=', sql<string>`any(${agencyIds}::text[])`))
    .orderBy('agency_id')
    .orderBy('url')
    .execute()
}

/** One website. Throws `Missing`, also for what this actor may not see. */
export async function findWebsite(ctx: Ctx, id: string): Promise<Website> {
  const scope = scopeOf(ctx.actor, 'website.read')
  const isId = /^[0-9a-f-]{36}$/i.test(id)
  const found = isId
    ? await ctx.db.selectFrom('website').select(columns).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!found || (scope !== 'all' && !scope.includes(found.agencyId))) throw new Missing(`website ${id}`)
  return found
}
