import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'
import type { XPost } from './x/read-post.ts'

/**
 * Keeps what a platform showed of an account's mentions as it came, before anything is made of it; what is known
 * already is left alone. Answers how many were new. `takeEvents` makes messages and cases of them.
 */
export async function keepEvents(
  ctx: Ctx,
  accountId: string,
  posts: readonly XPost[],
  source: 'poll' | 'push',
): Promise<number> {
  if (posts.length === 0) return 0
  const rows = JSON.stringify(posts.map((post) => ({ id: post.id, payload: post })))
  const kept = await sql`
    insert into channel_event (account_id, external_id, payload, received_at, source)
    select ${accountId}, id, payload, ${ctx.now}, ${source}
    from jsonb_to_recordset(${rows}::jsonb) as row (id text, payload jsonb) order by id
    on conflict do nothing`.execute(ctx.db)
  return Number(kept.numAffectedRows ?? 0n)
}
