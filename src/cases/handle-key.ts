import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { keyObject } from '../platform/secrets.ts'
import './data/tables.ts'

/**
 * One key for a name on a channel, `@` and capitals aside. Keyed with the installation's secret, so that the sealed
 * identity can be looked up by whoever knows the name, and nobody can read a name from it.
 */
export const handleKey = (secret: Buffer, handle: string): string =>
  createHmac('sha256', keyObject(secret))
    .update(`handle:${handle.trim().replace(/^@/, '').toLowerCase()}`)
    .digest('base64url')

/** The newest cases, at most 500, of whoever writes under this name; also of keys that were changed since. */
export async function caseIdsOfHandle(ctx: Ctx, handle: string): Promise<string[]> {
  const { present, former } = ctx.platform.config.secretKey
  const keys = [present, ...former].map((secret) => handleKey(secret, handle))
  const rows = await ctx.db
    .selectFrom('reporter as r')
    .innerJoin('cases as c', 'c.reporter_id', 'r.id')
    .select('c.id')
    .where('r.handle_key', '=', sql<string>`any(${keys}::text[])`)
    .where('c.anonymous', '=', false)
    .orderBy('c.received_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}
