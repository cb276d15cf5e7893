import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'

/** What a batch of events comes to. */
export interface Batch {
  count: number
  hash: Buffer
}

/**
 * Hashes the events after `after` (null: from the very first) up to `upTo`, chained to the seal before. The rows are
 * written as JSON of the database: the same text on every version, in every time zone.
 */
export async function hashEvents(
  ctx: Pick<Ctx, 'db'>,
  previous: Buffer | null,
  after: string | null,
  upTo: string,
): Promise<Batch> {
  const { rows } = await sql<Batch>`
    select count(*)::int as count,
           sha256(${previous ?? Buffer.alloc(0)}::bytea || convert_to(coalesce(string_agg(
             jsonb_build_array(id, extract(epoch from at), actor_kind, actor_id, actor_name, action, thing, thing_id,
                               agency_id, before, after)::text, E'\n' order by id), ''), 'UTF8')) as hash
    from event
    where id <= ${upTo}::bigint and (${after}::bigint is null or id > ${after}::bigint)`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Error('an aggregate without a row')
  return row
}
