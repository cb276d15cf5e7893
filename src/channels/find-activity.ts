import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import './data/hand-tables.ts'
import './data/tables.ts'

/**
 * When each account (`accountIds`: each of these) last said something to all, by account id: sent from here, or noted
 * by hand (then the noon of its day in WIB).
 */
export async function lastBroadcasts(ctx: Ctx, accountIds?: readonly string[]): Promise<Map<string, Date>> {
  const these = accountIds === undefined ? sql`` : sql`and account_id = any(${accountIds}::uuid[])`
  const { rows } = await sql<{ account_id: string; last: Date }>`
    select account_id, max(at) as last from (
      select account_id, published_at as at from post
      where purpose = 'broadcast' and state = 'published' ${these}
      union all
      select account_id, (day + time '12:00') at time zone 'Asia/Jakarta' as at from hand_post where true ${these}
    ) as said group by account_id`.execute(ctx.db)
  return new Map(rows.map(({ account_id, last }) => [account_id, last]))
}
