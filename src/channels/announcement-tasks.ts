import type { Ctx } from '../platform/ctx.ts'
import type { Post } from './post.ts'
import './data/tables.ts'

/** The agency's own words are out: its task is done. In the transaction in which they were found published. */
export async function closeAnnouncementTask(ctx: Ctx, post: Post): Promise<void> {
  if (post.announcementId === null) return
  await ctx.db
    .updateTable('announcement_task')
    .set({ state: 'written', post_id: post.id, person_name: post.authorName, done_at: ctx.now, note: null })
    .where('announcement_id', '=', post.announcementId)
    .where('agency_id', '=', post.agencyId)
    .where('state', '<>', 'written')
    .execute()
}
