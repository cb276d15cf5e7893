import type { GoneOver, PostChange } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { contentPaths } from './paths.ts'
import './data/tables.ts'

/** What the leaver had begun and nobody has published yet becomes the newcomer's. */
export async function handOverDrafts(ctx: Ctx, { agencyId, leaverId, newcomer }: PostChange): Promise<GoneOver[]> {
  if (leaverId === null) return []
  const drafts = await ctx.db
    .updateTable('content')
    .set({ author_id: newcomer.id, author_name: newcomer.name })
    .where('agency_id', '=', agencyId)
    .where('author_id', '=', leaverId)
    .where('state', 'in', ['draft', 'in-review'])
    .returning('id')
    .execute()
  for (const { id } of drafts)
    await record(ctx, 'content.handed-over', {
      thing: 'content',
      id,
      agencyId,
      before: { authorId: leaverId },
      after: { authorId: newcomer.id },
    })
  return drafts.length === 0
    ? []
    : [{ text: 'Konten yang belum terbit', count: drafts.length, href: contentPaths.list.href() }]
}
