import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** When each account (`accountIds`: each of these) last published a broadcast, by account id. */
export async function lastBroadcasts(ctx: Ctx, accountIds?: readonly string[]): Promise<Map<string, Date>> {
  const rows = await ctx.db
    .selectFrom('post')
    .select(['account_id', sql<Date>`max(published_at)`.as('last')])
    .$if(accountIds !== undefined, (query) => query.where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`))
    .where('purpose', '=', 'broadcast')
    .where('state', '=', 'published')
    .groupBy('account_id')
    .execute()
  return new Map(rows.map(({ account_id, last }) => [account_id, last]))
}
