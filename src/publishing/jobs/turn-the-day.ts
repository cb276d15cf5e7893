import { forgetPages } from '../../platform/http/pages.ts'
import { job } from '../../platform/queue/queue.ts'
import { transaction } from '../../platform/transaction.ts'
import { siteGroup } from '../record-content.ts'
import '../data/tables.ts'

/** At midnight what was coming is past: the kept pages of every site with events are drawn anew. */
export const turnTheDay = job<Record<string, never>>({
  name: 'publishing.turn-the-day',
  run: (ctx) =>
    transaction(ctx, async (ctx) => {
      const sites = await ctx.db.selectFrom('site').select('agency_id').execute()
      for (const { agency_id } of sites) await forgetPages(ctx, siteGroup(agency_id))
    }),
})
