import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { postOf, visiblePosts } from './data/post-rows.ts'
import type { Post } from './post.ts'

/** A broadcast and when it went or is to go out. */
export interface Planned {
  post: Post
  at: Date
}

/** Broadcasts of these instants (half-open) that this actor may see, published or planned, by time; `agencyId`: of one. */
export async function findSchedule(ctx: Ctx, range: { from: Date; to: Date; agencyId?: string }): Promise<Planned[]> {
  const at = sql<Date>`case when post.state = 'published' then post.published_at
    else coalesce(case when post.state in ('approved', 'sending', 'unconfirmed', 'held') then post.due_at end,
      post.scheduled_for) end`
  const rows = await visiblePosts(ctx)
    .select(at.as('plannedAt'))
    .where('post.purpose', '=', 'broadcast')
    .where('post.state', '<>', 'cancelled')
    .where(at, '>=', range.from)
    .where(at, '<', range.to)
    .$if(range.agencyId !== undefined, (query) => query.where('post.agency_id', '=', range.agencyId ?? ''))
    .orderBy(at)
    .limit(2000)
    .execute()
  return rows.map(({ plannedAt, ...row }) => ({ post: postOf(ctx, row), at: plannedAt }))
}
