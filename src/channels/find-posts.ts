import type { ExpressionBuilder } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db/database.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { postOf, visiblePosts } from './data/post-rows.ts'
import type { Post, PostPurpose, PostState } from './post.ts'

/** The post, if this actor may see it. Throws `Missing`. */
export async function findPost(ctx: Ctx, id: string): Promise<Post> {
  const found = isId(id) ? await visiblePosts(ctx).where('post.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new Missing(`post ${id}`)
  return postOf(ctx, found)
}

export interface PostFilter {
  /** `broadcast`: what somebody has to do with: broadcasts, and of a broken thread the first post that is not out. */
  purpose: Exclude<PostPurpose, 'continuation'>
  state?: PostState | undefined
  accountId?: string | undefined
  /** Only what went out without approval and was looked at by nobody yet. */
  emergency?: boolean | undefined
  /** Only posts older than this one. */
  before?: string | undefined
  limit: number
}

/** Posts this actor may see, newest first. */
export async function findPosts(ctx: Ctx, filter: PostFilter): Promise<Post[]> {
  let query = visiblePosts(ctx).where((where) =>
    filter.purpose === 'answer' ? where('post.purpose', '=', 'answer') : isOfItsOwn(where),
  )
  if (filter.state) query = query.where('post.state', '=', filter.state)
  if (filter.accountId) query = query.where('post.account_id', '=', filter.accountId)
  if (filter.emergency)
    query = query.where('post.emergency_reason', 'is not', null).where('post.emergency_checked_by', 'is', null)
  if (filter.before && isId(filter.before)) query = query.where('post.id', '<', filter.before)
  const rows = await query.orderBy('post.id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => postOf(ctx, row))
}

const isOfItsOwn = (where: ExpressionBuilder<Database, 'post'>) =>
  where.or([
    where('post.purpose', '=', 'broadcast'),
    where.and([where('post.purpose', '=', 'continuation'), where('post.state', 'not in', ['waits', 'published'])]),
  ])
