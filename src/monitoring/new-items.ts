import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { monthRange } from '../platform/time.ts'
import './data/tables.ts'

/** Something that appeared on an agency's own site, outside our platform. */
export interface NewItem {
  url: string
  title: string
  /** When it says it was published; else when we first saw it. */
  at: Date
}

/**
 * What appeared in a month (WIB, `YYYY-MM`) on the sites an agency keeps elsewhere, as seen before the month's end, in
 * order of time. Null when no such site could be reached in the month: then nothing can be said. What was there when
 * we first looked is not counted.
 */
export async function newItems(ctx: Ctx, agencyId: string, month: string): Promise<NewItem[] | null> {
  const { from, to } = monthRange(month)
  const reached = await ctx.db
    .selectFrom('scan')
    .innerJoin('website', 'website.id', 'scan.website_id')
    .where('scan.agency_id', '=', agencyId)
    .where('scan.started_at', '>=', from)
    .where('scan.started_at', '<', to)
    .where('scan.outcome', '=', 'up')
    .where('website.hosted', '=', false)
    .select('website.id')
    .distinct()
    .execute()
  if (reached.length === 0) return null
  const at = sql<Date>`min(coalesce(item_seen.claimed, item_seen.first_seen))`
  return ctx.db
    .selectFrom('item_seen')
    .where(
      'website_id',
      'in',
      reached.map(({ id }) => id),
    )
    .where('appeared', '=', true)
    .where('first_seen', '<', to)
    .groupBy('item')
    .having(at, '>=', from)
    .having(at, '<', to)
    .select(['item as url', at.as('at')])
    .select(
      sql<string>`coalesce((select title from scan_evidence where scan_evidence.item = item_seen.item
        and title <> '' order by fetched_at limit 1), item_seen.item)`.as('title'),
    )
    .orderBy(at)
    .orderBy('item')
    .execute()
}
