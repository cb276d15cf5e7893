import type { Ctx } from '../platform/ctx.ts'
import { addDays, addMonths, dayInWib, monthRange } from '../platform/time.ts'
import type { Platform } from './account.ts'
import { daysWithout } from './activity.ts'
import type { Theme } from './post.ts'
import { type PostFigure, type PublishedPost, postsBehind, type Reach } from './post-count.ts'
import { inSeconds, secondsOf } from './setting.ts'
import './data/hand-tables.ts'

export interface PostFigures {
  published: Record<Theme, number>
  /** How many of them are threads, were noted by hand, and went out without approval. */
  threads: number
  noted: number
  emergencies: number
  /** Days of the month without a broadcast, counted up to today in the running month. */
  daysWithoutPost: number
  list: PublishedPost[]
}

/** What is on record of a post; older events say nothing of kind and platform. */
interface Said {
  purpose: string
  theme: Theme
  text: string | null
  url: string | null
  platform?: Platform
  kind?: 'single' | 'thread'
  emergency?: boolean
}

/**
 * Broadcasts of an agency in a month (WIB, `YYYY-MM`). What was sent from here is read from the event table; what was
 * noted by hand counts in the month of its day when it was noted at most some days (`hand-post-days`) after the month.
 * From then on the figures are the same for ever.
 */
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
    const said = after as Said
    if (said.purpose !== 'broadcast') return []
    const { theme, text, url, platform = 'x', kind = 'single', emergency = false } = said
    return [{ postId: thing_id, at, theme, platform, text: text ?? '', url, kind, emergency, reach: untold }]
  })
  list.push(...(await notedPosts(ctx, agencyId, month)))
  list.sort((a, b) => a.at.getTime() - b.at.getTime())
  const count = (figure: PostFigure): number => postsBehind(figure, list).length
  const firstDay = `${month}-01`
  const tomorrow = addDays(dayInWib(ctx.now), 1)
  const end = `${addMonths(month, 1)}-01`
  const last = tomorrow < end ? tomorrow : end
  return {
    published: {
      government: count('government'),
      development: count('development'),
      community: count('community'),
    },
    threads: count('thread'),
    noted: count('noted'),
    emergencies: count('emergency'),
    daysWithoutPost: daysWithout(
      list.map(({ at }) => at),
      firstDay,
      last,
    ),
    list,
  }
}

/** X tells its counts only for a price; we do not ask. */
const untold: Reach = { likes: null, comments: null, shares: null, views: null }

async function notedPosts(ctx: Ctx, agencyId: string, month: string): Promise<PublishedPost[]> {
  const days = await secondsOf(ctx, 'hand-post-days')
  const rows = await ctx.db
    .selectFrom('hand_post')
    .innerJoin('social_account as a', 'a.id', 'hand_post.account_id')
    .select(['hand_post.id', 'hand_post.day', 'hand_post.theme', 'hand_post.text', 'hand_post.url', 'a.platform'])
    .select(['hand_post.likes', 'hand_post.comments', 'hand_post.shares', 'hand_post.views'])
    .where('hand_post.agency_id', '=', agencyId)
    .where('hand_post.day', '>=', `${month}-01`)
    .where('hand_post.day', '<', `${addMonths(month, 1)}-01`)
    .where('noted_at', '<', inSeconds(monthRange(month).to, days * 86_400))
    .orderBy('hand_post.day')
    .orderBy('hand_post.id')
    .execute()
  return rows.flatMap(({ id, day, theme, likes, comments, shares, views, ...row }): PublishedPost[] =>
    theme === null
      ? []
      : [
          {
            ...row,
            postId: id,
            at: new Date(`${day}T12:00:00+07:00`),
            theme,
            kind: 'noted',
            emergency: false,
            reach: { likes, comments, shares, views },
          },
        ],
  )
}
