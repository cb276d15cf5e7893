import { findAgency } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { forgetPages } from '../platform/http/pages.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { siteGroup } from './record-content.ts'
import type { Site } from './site.ts'
import './data/tables.ts'

/** Serves a public site for an agency from now on; for one that has it already, sets its title and tagline. */
export async function openSite(ctx: Ctx, input: Site): Promise<Site | Refusal> {
  return transaction(ctx, async (ctx) => {
    const agency = await findAgency(ctx, input.agencyId)
    const refusal = refuseUnless(ctx.actor, 'website.manage', agency.id)
    if (refusal) return refusal
    const { title, tagline } = input
    if (title === '') return invalid({ title: 'Nama situs belum diisi.' })
    await ctx.db
      .insertInto('site')
      .values({ agency_id: agency.id, title, tagline, state: 'open', opened_at: ctx.now })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ title, tagline, state: 'open' }))
      .execute()
    await record(ctx, 'site.opened', { thing: 'site', id: agency.id, agencyId: agency.id, after: { title, tagline } })
    await forgetPages(ctx, siteGroup(agency.id))
    return input
  })
}
