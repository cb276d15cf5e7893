import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import type { ContentKind } from './content.ts'
import { type ItemRow, itemOf, type PublicArticle, type PublicSite } from './public-item.ts'
import './data/tables.ts'

/** Where the site is today: an agency has one name and host a day, or none any more. */
const hostOf = ({ now }: Ctx) => sql<string | null>`(select host from agency_name where agency_id = site.agency_id
  and from_day <= ${dayInWib(now)} and (to_day is null or to_day > ${dayInWib(now)}))`

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
  const row = await sites(ctx, agencyId)
    .select(['site.agency_id as agencyId', 'site.title as siteTitle', 'site.tagline', hostOf(ctx).as('host')])
    .executeTakeFirst()
  if (!row) throw new Missing(`site ${agencyId}`)
  return siteOf(row)
}

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
      ${hostOf(ctx)} as host,
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
