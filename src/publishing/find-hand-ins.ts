import type { Ctx } from '../platform/ctx.ts'
import type { Content } from './content.ts'
import './data/tables.ts'

export type HandedIn = Pick<Content, 'title' | 'state' | 'firstPublishedAt'> & { at: Date }

/** What came through a link, the latest first: for who holds it. */
export async function findHandIns(ctx: Ctx, linkId: string): Promise<HandedIn[]> {
  return ctx.db
    .selectFrom('hand_in')
    .innerJoin('content', 'content.id', 'hand_in.content_id')
    .select(['content.title', 'content.state', 'content.first_published_at as firstPublishedAt', 'hand_in.at'])
    .where('hand_in.link_id', '=', linkId)
    .orderBy('hand_in.at', 'desc')
    .limit(50)
    .execute()
}

/** Whether an item came from a contributor. */
export async function isHandedIn(ctx: Ctx, contentId: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('hand_in').select('at').where('content_id', '=', contentId).executeTakeFirst()
  return row !== undefined
}
