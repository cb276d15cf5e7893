import type { Ctx } from '../platform/ctx.ts'
import { addDays, addMonths, dayInWib, monthRange } from '../platform/time.ts'
import { daysWithout } from './activity.ts'
import type { Theme } from './post.ts'

/** A broadcast that went out in the month. */
export interface PublishedPost {
  postId: string
  at: Date
  theme: Theme
  text: string
  url: string
}

export interface PostFigures {
  published: Record<Theme, number>
  /** Days of the month without a broadcast, counted up to today in the running month. */
  daysWithoutPost: number
  list: PublishedPost[]
}

/** Broadcasts of an agency in a month (WIB, `YYYY-MM`), from the event table: the same for ever. */
export async function postFigures(ctx: Ctx, agencyId: string, month: string): Promise<PostFigures> {
  const { from, to } = monthRange(month)
  const events = await ctx.db
    .selectFrom('event')
    .select(['thing_id', 'at', 'after'])
    .where('agency_id', '=', agencyId)
    .where('action', '=', 'post.published')
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const list = events.flatMap(({ thing_id, at, after }): PublishedPost[] => {
    const { purpose, theme, text, url } = after as { purpose: string; theme: Theme; text: string | null; url: string }
    return purpose === 'broadcast' ? [{ postId: thing_id, at, theme, text: text ?? '', url }] : []
  })
  const published: Record<Theme, number> = { government: 0, development: 0, community: 0 }
  for (const { theme } of list) published[theme] += 1
  const firstDay = `${month}-01`
  const tomorrow = addDays(dayInWib(ctx.now), 1)
  const end = `${addMonths(month, 1)}-01`
  const last = tomorrow < end ? tomorrow : end
  return {
    published,
    daysWithoutPost: daysWithout(
      list.map(({ at }) => at),
      firstDay,
      last,
    ),
    list,
  }
}
