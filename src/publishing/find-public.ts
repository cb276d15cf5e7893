import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { ContentKind } from './content.ts'
import { itemColumns, itemOf, type PublicArticle, type PublicItem } from './public-item.ts'
import { searchWords } from './search-words.ts'
import './data/tables.ts'

const published = (ctx: Ctx, agencyId: string) =>
  ctx.db
    .selectFrom('content')
    .innerJoin('content_revision as revision', 'revision.id', 'content.revision_id')
    .where('content.agency_id', '=', agencyId)

export const itemsPerPage = 20

/** One part (from 1) of a section, newest first; one more than a part holds tells that there is a next. */
export async function findSection(ctx: Ctx, agencyId: string, kind: ContentKind, part: number): Promise<PublicItem[]> {
  const rows = await published(ctx, agencyId)
    .where('content.kind', '=', kind)
    .select(itemColumns)
    .orderBy('content.first_published_at', 'desc')
    .limit(itemsPerPage + 1)
    .offset((part - 1) * itemsPerPage)
    .execute()
  return rows.map(itemOf)
}

/** Events from `today` on, the next one first. */
export async function findComing(ctx: Ctx, agencyId: string, today: string, limit: number): Promise<PublicItem[]> {
  const rows = await published(ctx, agencyId)
    .where('content.kind', '=', 'event')
    .where('revision.event_day', '>=', today)
    .select(itemColumns)
    .orderBy('revision.event_day')
    .limit(limit)
    .execute()
  return rows.map(itemOf)
}

/** Events before `today`, the last one first. */
export async function findPast(ctx: Ctx, agencyId: string, today: string, part: number): Promise<PublicItem[]> {
  const rows = await published(ctx, agencyId)
    .where('content.kind', '=', 'event')
    .where('revision.event_day', '<', today)
    .select(itemColumns)
    .orderBy('revision.event_day', 'desc')
    .limit(itemsPerPage + 1)
    .offset((part - 1) * itemsPerPage)
    .execute()
  return rows.map(itemOf)
}

/** For feeds: what was published or really changed last, with bodies. Profile pages are not news. */
export async function findLatest(ctx: Ctx, agencyId: string, limit: number): Promise<PublicArticle[]> {
  const rows = await published(ctx, agencyId)
    .where('content.kind', '!=', 'page')
    .select(itemColumns)
    .select('revision.body_html as bodyHtml')
    .orderBy('content.significant_change_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...itemOf(row), bodyHtml: row.bodyHtml }))
}

/** Addresses of all public items with their last real change; the most a sitemap may hold. */
export async function findAddresses(
  ctx: Ctx,
  agencyId: string,
): Promise<{ kind: ContentKind; slug: string; significantChangeAt: Date | null }[]> {
  return ctx.db
    .selectFrom('content')
    .select(['kind', 'slug', 'significant_change_at as significantChangeAt'])
    .where('agency_id', '=', agencyId)
    .where('revision_id', 'is not', null)
    .orderBy('significant_change_at', 'desc')
    .limit(49_000)
    .execute()
}

/** The best fitting public items for what a reader typed; at most 50. */
export async function searchSite(ctx: Ctx, agencyId: string, words: string): Promise<PublicItem[]> {
  const telling = searchWords(words)
  if (telling === '') return []
  const query = sql`websearch_to_tsquery('indonesian', ${telling})`
  const rows = await published(ctx, agencyId)
    .where(sql<SqlBool>`revision.search @@ ${query}`)
    .select(itemColumns)
    .orderBy(sql`ts_rank(revision.search, ${query})`, 'desc')
    .orderBy('content.significant_change_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(itemOf)
}
