import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import './tables.ts'

/** A message that is there already, found by the id of any of its versions. */
export interface Known {
  id: string
  externalId: string
  latestId: string | null
  goneAt: Date | null
}

/** Those of these ids of a platform that are known, each with its message. */
export async function knownAs(ctx: Ctx, accountId: string, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  // One look into each index for each id, whatever the planner knows of tables that grow by thousands an hour.
  const { rows } = await sql<Known & { askedId: string }>`
    select asked as "askedId", known.* from unnest(${ids}::text[]) as asked
    cross join lateral (
      (select id, external_id as "externalId", latest_id as "latestId", gone_at as "goneAt"
       from message where account_id = ${accountId} and external_id = asked limit 1)
      union all
      (select m.id, m.external_id, m.latest_id, m.gone_at
       from message_version v join message m on m.id = v.message_id
       where v.account_id = ${accountId} and v.external_id = asked limit 1)
      limit 1) as known`.execute(ctx.db)
  return new Map(rows.map(({ askedId, ...known }) => [askedId, known]))
}
