import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** When each account last published a broadcast, by account id. */
export async function lastBroadcasts(ctx: Ctx): Promise<Map<string, Date>> {
  const rows = await ctx.db
    .selectFrom('post')
    .select(['account_id', sql<Date>`max(published_at)`.as('last')])
    .where('purpose', '=', 'broadcast')
    .where('state', '=', 'published')
    .groupBy('account_id')
    .execute()
  return new Map(rows.map(({ account_id, last }) => [account_id, last]))
}
