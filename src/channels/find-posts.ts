import type { Ctx } from '../platform/ctx.ts'
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
  purpose: PostPurpose
  state?: PostState | undefined
  accountId?: string | undefined
  /** Only posts older than this one. */
  before?: string | undefined
  limit: number
}

/** Posts this actor may see, newest first. */
export async function findPosts(ctx: Ctx, filter: PostFilter): Promise<Post[]> {
  let query = visiblePosts(ctx).where('post.purpose', '=', filter.purpose)
  if (filter.state) query = query.where('post.state', '=', filter.state)
  if (filter.accountId) query = query.where('post.account_id', '=', filter.accountId)
  if (filter.before && isId(filter.before)) query = query.where('post.id', '<', filter.before)
  const rows = await query.orderBy('post.id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => postOf(ctx, row))
}
