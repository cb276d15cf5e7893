import type { Ctx } from '../platform/ctx.ts'
import type { Theme } from './post.ts'
import './data/hand-tables.ts'

export interface NotedPost {
  id: string
  day: string
  text: string
  url: string | null
  theme: Theme
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
  notedBy: string
}

/** Posts of an account that were noted by hand, newest first; asked by who may see the account. */
export async function findHandPosts(ctx: Ctx, accountId: string, limit: number): Promise<NotedPost[]> {
  const rows = await ctx.db
    .selectFrom('hand_post')
    .select(['id', 'day', 'text', 'url', 'theme', 'likes', 'comments', 'shares', 'views', 'noted_by as notedBy'])
    .where('account_id', '=', accountId)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap((row) => (row.theme === null ? [] : [{ ...row, theme: row.theme }]))
}
