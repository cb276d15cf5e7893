import { sql } from 'kysely'
import { findAgencies } from '../agencies/find-agencies.ts'
import { may, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import type { Platform } from './account.ts'
import { postUrl } from './address.ts'
import type { Announcement, AnnouncementTask } from './announcement.ts'
import './data/tables.ts'

/**
 * Announcements are of published posts, so all who may see posts at all may see them; the newest first. `mine`: those
 * that wait for what this actor may write.
 */
export async function findAnnouncements(
  ctx: Ctx,
  { mine = false }: { mine?: boolean } = {},
): Promise<(Announcement & { open: number })[]> {
  const scope = scopeOf(ctx.actor, 'post.write')
  const rows = await announcements(ctx)
    .select(({ selectFrom }) =>
      selectFrom('announcement_task')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('announcement_id', '=', 'n.id')
        .where('state', '=', 'open')
        .as('open'),
    )
    .$if(mine && scope !== 'all', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('announcement_task as t')
            .select('t.agency_id')
            .whereRef('t.announcement_id', '=', 'n.id')
            .where('t.state', '=', 'open')
            .where('t.agency_id', '=', sql<string>`any(${scope === 'all' ? [] : [...scope]}::text[])`),
        ),
      ),
    )
    .orderBy('n.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ open, ...row }) => ({ ...announcementOf(ctx, row), open: Number(open) }))
}

/** Throws `Missing`. */
export async function findAnnouncement(ctx: Ctx, id: string): Promise<Announcement> {
  const row = isId(id) ? await announcements(ctx).where('n.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new Missing(`announcement ${id}`)
  return announcementOf(ctx, row)
}

function announcements(ctx: Ctx) {
  return ctx.db
    .selectFrom('announcement as n')
    .innerJoin('post', 'post.id', 'n.post_id')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select([
      'n.id',
      'n.post_id as postId',
      'post.agency_id as agencyId',
      'a.handle',
      'a.platform',
      'a.server',
      'post.text',
      'post.external_id as externalId',
      'n.points',
      'n.until_day as untilDay',
      'n.author_name as authorName',
      'n.created_at as createdAt',
    ])
    .where(({ lit }) => lit(may(ctx.actor, 'post.read')))
}

function announcementOf(
  ctx: Ctx,
  {
    externalId,
    platform,
    server,
    ...row
  }: Omit<Announcement, 'url'> & { externalId: string | null; platform: Platform; server: string | null },
): Announcement {
  const url = externalId === null ? null : postUrl(ctx.platform.config.x, { ...row, platform, server }, externalId)
  return { ...row, url }
}

/** What the agencies this actor may see made of it, in the city's order. */
export async function findAnnouncementTasks(ctx: Ctx, announcementId: string): Promise<AnnouncementTask[]> {
  const scope = scopeOf(ctx.actor, 'post.read')
  const rows = await ctx.db
    .selectFrom('announcement_task')
    .select([
      'agency_id as agencyId',
      'state',
      'post_id as postId',
      'note',
      'person_name as personName',
      'done_at as doneAt',
    ])
    .where('announcement_id', '=', announcementId)
    .execute()
  const agencies = await findAgencies(ctx)
  return agencies.flatMap(({ id, name }) => {
    const task = rows.find(({ agencyId }) => agencyId === id)
    return task && (scope === 'all' || scope.includes(id)) ? [{ ...task, agency: name }] : []
  })
}

/** How many announcements still wait for what this actor may write. */
export async function countOpenTasks(ctx: Ctx): Promise<{ count: number; urgent: boolean }> {
  const scope = scopeOf(ctx.actor, 'post.write')
  if (scope !== 'all' && scope.length === 0) return { count: 0, urgent: false }
  const rows = await ctx.db
    .selectFrom('announcement_task')
    .innerJoin('announcement as n', 'n.id', 'announcement_id')
    .select('n.until_day')
    .where('state', '=', 'open')
    .$if(scope !== 'all', (query) =>
      query.where('agency_id', '=', sql<string>`any(${scope === 'all' ? [] : [...scope]}::text[])`),
    )
    .execute()
  const today = dayInWib(ctx.now)
  return { count: rows.length, urgent: rows.some(({ until_day }) => until_day <= today) }
}
