import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import type { ContentKind, ContentTheme } from './content.ts'
import type { Picture } from './picture.ts'
import { searchWords } from './search-words.ts'
import type { Site } from './site.ts'
import './data/tables.ts'

/** A site with the host name its agency has today. */
export interface PublicSite extends Site {
  host: string | null
}

/** An item as the public sees it: its latest approved revision. */
export interface PublicItem {
  id: string
  kind: ContentKind
  theme: ContentTheme
  slug: string
  title: string
  summary: string
  eventDay: string | null
  eventPlace: string
  firstPublishedAt: Date
  /** Of the last change readers should know of; the first publication counts. */
  significantChangeAt: Date
  picture: Picture | null
}

export interface PublicArticle extends PublicItem {
  bodyHtml: string
}

/** The name of today: there is one row without an end. */
const siteColumns = [
  'site.agency_id as agencyId',
  'site.title as siteTitle',
  'site.tagline',
  sql<string | null>`(select host from agency_name where agency_id = site.agency_id and to_day is null)`.as('host'),
] as const

const sites = (ctx: Ctx, agencyId: string) =>
  ctx.db.selectFrom('site').where('site.agency_id', '=', agencyId).where('site.state', '=', 'open')

interface SiteRow {
  agencyId: string
  siteTitle: string
  tagline: string
  host: string | null
}

const siteOf = ({ agencyId, siteTitle, tagline, host }: SiteRow): PublicSite => ({
  agencyId,
  title: siteTitle,
  tagline,
  host,
})

/** The public site of an agency. Throws `Missing` when we serve none. */
export async function findSite(ctx: Ctx, agencyId: string): Promise<PublicSite> {
  const row = await sites(ctx, agencyId).select(siteColumns).executeTakeFirst()
  if (!row) throw new Missing(`site ${agencyId}`)
  return siteOf(row)
}

const itemColumns = [
  'content.id',
  'content.slug',
  'revision.kind',
  'revision.theme',
  'revision.title',
  'revision.summary',
  'revision.event_day as eventDay',
  'revision.event_place as eventPlace',
  'content.first_published_at as firstPublishedAt',
  'content.significant_change_at as significantChangeAt',
  'revision.picture',
] as const

interface ItemRow extends Omit<PublicItem, 'firstPublishedAt' | 'significantChangeAt'> {
  firstPublishedAt: Date | null
  significantChangeAt: Date | null
}

/** What is public has both instants: the publication sets them. */
const itemOf = (row: ItemRow): PublicItem => ({
  id: row.id,
  kind: row.kind,
  theme: row.theme,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  eventDay: row.eventDay,
  eventPlace: row.eventPlace,
  firstPublishedAt: row.firstPublishedAt ?? new Date(0),
  significantChangeAt: row.significantChangeAt ?? new Date(0),
  picture: row.picture,
})

const published = (ctx: Ctx, agencyId: string) =>
  ctx.db
    .selectFrom('content')
    .innerJoin('content_revision as revision', 'revision.id', 'content.revision_id')
    .where('content.agency_id', '=', agencyId)

/**
 * One public item with its site, in one query: the page most read, so written out (building it costs a fifth of the
 * page). Null: the site has no such item (any more).
 */
export async function findArticle(
  ctx: Ctx,
  agencyId: string,
  kind: ContentKind,
  slug: string,
): Promise<{ site: PublicSite; article: PublicArticle } | null> {
  const { rows } = await sql<SiteRow & ItemRow & { bodyHtml: string }>`
    select site.agency_id as "agencyId", site.title as "siteTitle", site.tagline,
      (select host from agency_name where agency_id = site.agency_id and to_day is null) as host,
      content.id, content.slug, revision.kind, revision.theme, revision.title, revision.summary, revision.picture,
      revision.event_day as "eventDay", revision.event_place as "eventPlace", revision.body_html as "bodyHtml",
      content.first_published_at as "firstPublishedAt", content.significant_change_at as "significantChangeAt"
    from site
    join content on content.agency_id = site.agency_id
    join content_revision revision on revision.id = content.revision_id
    where site.agency_id = ${agencyId} and site.state = 'open' and content.slug = ${slug} and content.kind = ${kind}
  `.execute(ctx.db)
  const [row] = rows
  return row ? { site: siteOf(row), article: { ...itemOf(row), bodyHtml: row.bodyHtml } } : null
}

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
