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
  kind: 'single' | 'thread'
  /** Went out without approval, with a reason on record. */
  emergency: boolean
}

export interface PostFigures {
  published: Record<Theme, number>
  /** How many of them are threads, and how many went out without approval. */
  threads: number
  emergencies: number
  /** Days of the month without a broadcast, counted up to today in the running month. */
  daysWithoutPost: number
  list: PublishedPost[]
}

/** What is on record of a post; events of before threads say nothing of kind. */
interface Said {
  purpose: string
  theme: Theme
  text: string | null
  url: string
  kind?: 'single' | 'thread'
  emergency?: boolean
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
    const said = after as Said
    if (said.purpose !== 'broadcast') return []
    const { theme, text, url, kind = 'single', emergency = false } = said
    return [{ postId: thing_id, at, theme, text: text ?? '', url, kind, emergency }]
  })
  const published: Record<Theme, number> = { government: 0, development: 0, community: 0 }
  for (const { theme } of list) published[theme] += 1
  const firstDay = `${month}-01`
  const tomorrow = addDays(dayInWib(ctx.now), 1)
  const end = `${addMonths(month, 1)}-01`
  const last = tomorrow < end ? tomorrow : end
  return {
    published,
    threads: list.filter(({ kind }) => kind === 'thread').length,
    emergencies: list.filter(({ emergency }) => emergency).length,
    daysWithoutPost: daysWithout(
      list.map(({ at }) => at),
      firstDay,
      last,
    ),
    list,
  }
}
