import { sql } from 'kysely'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postUrl } from '../address.ts'
import type { Approval, Post, PostPicture, PostState, WaitsFor } from '../post.ts'
import { intentUrl } from '../x/addresses.ts'
import './tables.ts'

const columns = [
  'post.id',
  'post.agency_id as agencyId',
  'post.account_id as accountId',
  'a.handle',
  'a.platform',
  'a.server',
  'post.purpose',
  'post.text',
  'post.theme',
  'post.thread_id as threadId',
  'post.part',
  'post.in_reply_to as inReplyTo',
  'post.case_message_id as caseMessageId',
  'post.state',
  'post.state_since as stateSince',
  'post.author_id as authorId',
  'post.author_name as authorName',
  'post.approver_name as approverName',
  'post.reason',
  'post.not_called as notCalled',
  'post.send_not_before as sendNotBefore',
  'post.external_id as externalId',
  'post.published_at as publishedAt',
  'post.version',
  'post.scheduled_for as scheduledFor',
  'post.embargo_until as embargoUntil',
  'post.due_at as dueAt',
  'post.waits_for as waitsFor',
  'post.emergency_reason as emergencyReason',
  'post.emergency_by_id as emergencyById',
  'post.emergency_by as emergencyBy',
  'post.emergency_checked_by as emergencyCheckedBy',
  'post.news_url as newsUrl',
  'post.content_id as contentId',
  'post.announcement_id as announcementId',
  'post.national_message_id as nationalMessageId',
] as const

const pictures = sql<PostPicture[]>`(
  select coalesce(json_agg(json_build_object('id', p.id, 'place', p.place, 'file', p.file, 'alt', p.alt,
    'mediaId', p.media_id, 'mediaUntil', p.media_until) order by p.place), '[]')
  from post_picture p where p.post_id = post.id)`.as('pictures')

const approvals = sql<Approval[]>`(
  select coalesce(json_agg(json_build_object('step', d.step, 'personId', d.person_id, 'personName', d.person_name)
    order by d.step), '[]')
  from post_approval d where d.post_id = post.id)`.as('approvals')

/** All posts, with the handle of their account. */
export const allPosts = (ctx: Ctx) =>
  ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select([...columns, pictures, approvals])

/** The posts this actor may see. */
export function visiblePosts(ctx: Ctx) {
  const scope = scopeOf(ctx.actor, 'post.read')
  return scope === 'all'
    ? allPosts(ctx)
    : allPosts(ctx).where('post.agency_id', 'in', scope.length > 0 ? [...scope] : [''])
}

export function postOf(ctx: Ctx, row: Omit<Post, 'url' | 'byHandUrl'>): Post {
  const { x } = ctx.platform.config
  return {
    ...row,
    url: row.externalId === null ? null : postUrl(x, row, row.externalId),
    byHandUrl: row.notCalled ? intentUrl(x, row) : null,
  }
}

/** The post, locked until the transaction ends: two workers never carry the same one. */
export async function lockPost(ctx: Ctx, id: string): Promise<Post> {
  return postOf(ctx, await allPosts(ctx).where('post.id', '=', id).forUpdate('post').executeTakeFirstOrThrow())
}

/** Those of these posts on the platform that are not known as posts of ours. */
export async function unlinked<T extends { id: string }>(
  ctx: Ctx,
  accountId: string,
  seen: readonly T[],
): Promise<T[]> {
  if (seen.length === 0) return []
  const linked = await ctx.db
    .selectFrom('post')
    .select('external_id')
    .where('account_id', '=', accountId)
    .where(
      'external_id',
      'in',
      seen.map(({ id }) => id),
    )
    .execute()
  return seen.filter(({ id }) => !linked.some(({ external_id }) => external_id === id))
}

interface Change {
  state: PostState
  reason?: string | null
  notCalled?: boolean
  notBefore?: Date | null
  externalId?: string
  publishedAt?: Date
  approver?: string | null
  dueAt?: Date | null
  waitsFor?: WaitsFor | null
  inReplyTo?: string
}

/** A step of a post. What is not given about waiting and reasons is cleared. */
export const savePostState = (ctx: Ctx, id: string, change: Change): Promise<unknown> =>
  ctx.db
    .updateTable('post')
    .set({
      state: change.state,
      state_since: ctx.now,
      reason: change.reason ?? null,
      not_called: change.notCalled ?? false,
      send_not_before: change.notBefore ?? null,
      ...(change.externalId === undefined ? {} : { external_id: change.externalId }),
      ...(change.publishedAt === undefined ? {} : { published_at: change.publishedAt }),
      ...(change.approver === undefined ? {} : { approver_name: change.approver }),
      waits_for: change.waitsFor ?? null,
      ...(change.dueAt === undefined ? {} : { due_at: change.dueAt }),
      ...(change.inReplyTo === undefined ? {} : { in_reply_to: change.inReplyTo }),
    })
    .where('id', '=', id)
    .execute()

/** A person changed the post: forms drawn before are stale. */
export const countChange = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.db.updateTable('post').set({ version: sql`version + 1` }).where('id', '=', id).execute()
