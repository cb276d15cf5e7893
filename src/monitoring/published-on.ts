import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Evidence } from './evidence.ts'
import { sha256 } from './reading/fingerprint.ts'
import type { Website } from './website.ts'

/**
 * What our own platform published on a hosted site, from the event log: evidence that needs no guessing. The newest
 * few are enough; menus, templates and rebuilds are no events of this kind.
 */
export async function publishedOn(ctx: Ctx, website: Website): Promise<Evidence[]> {
  if (!website.hosted) return []
  const events = await ctx.db
    .selectFrom('event')
    .select(['id', 'at', 'thing_id'])
    .select([sql<string | null>`after ->> 'title'`.as('title'), sql<string | null>`after ->> 'url'`.as('url')])
    .where('agency_id', '=', website.agencyId)
    .where('action', '=', 'content.published')
    .where('at', '<=', ctx.now)
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
  return events.map(({ id, at, thing_id, title, url }) => ({
    tier: 'publish-event',
    item: url ?? `${website.url}#${thing_id}`,
    title: title ?? '',
    source: `${ctx.platform.config.baseUrl}/konten/${thing_id}`,
    snippet: title ?? 'terbit di Kentongan',
    claimed: at,
    fetchedAt: ctx.now,
    status: 200,
    hash: sha256(`event ${id}`),
    fingerprint: null,
  }))
}
