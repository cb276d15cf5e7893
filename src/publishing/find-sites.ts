import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** The public sites that are open, by title. */
export async function findSites(ctx: Ctx): Promise<{ agencyId: string; title: string; tagline: string }[]> {
  return ctx.db
    .selectFrom('site')
    .select(['agency_id as agencyId', 'title', 'tagline'])
    .where('state', '=', 'open')
    .orderBy('title')
    .execute()
}
