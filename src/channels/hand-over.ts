import type { GoneOver, PostChange } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { channelPaths } from './paths.ts'
import './data/tables.ts'

/** Posts the leaver wrote that have not gone out become the newcomer's; what is approved still goes out. */
export async function handOverPosts(ctx: Ctx, { agencyId, leaverId, newcomer }: PostChange): Promise<GoneOver[]> {
  if (leaverId === null) return []
  const posts = await ctx.db
    .updateTable('post')
    .set({ author_id: newcomer.id, author_name: newcomer.name })
    .where('agency_id', '=', agencyId)
    .where('author_id', '=', leaverId)
    .where('purpose', '<>', 'answer')
    .where('state', 'in', ['draft', 'in-review', 'not-sent', 'held', 'refused'])
    .returning('id')
    .execute()
  for (const { id } of posts)
    await record(ctx, 'post.handed-over', {
      thing: 'post',
      id,
      agencyId,
      before: { authorId: leaverId },
      after: { authorId: newcomer.id },
    })
  return posts.length === 0
    ? []
    : [{ text: 'Siaran yang belum terbit', count: posts.length, href: channelPaths.posts.href() }]
}
