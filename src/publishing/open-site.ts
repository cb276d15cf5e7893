import { findAgency } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { forgetPages } from '../platform/http/pages.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { limits, refuseTooLong } from './content.ts'
import { siteGroup } from './record-content.ts'
import type { Site } from './site.ts'
import './data/tables.ts'

/** Serves a public site for an agency from now on; for one that has it already, sets its title and tagline. */
export async function openSite(ctx: Ctx, input: Site): Promise<Site | Refusal> {
  return transaction(ctx, async (ctx) => {
    const agency = await findAgency(ctx, input.agencyId)
    const refusal = refuseUnless(ctx.actor, 'website.manage', agency.id)
    if (refusal) return refusal
    const [title, tagline] = [input.title, input.tagline].map((text) => cleanText(text).replace(/\s+/g, ' '))
    if (!title) return invalid({ title: 'Nama situs belum diisi.' })
    const tooLong = {
      ...refuseTooLong('title', 'Nama situs', title, limits.title),
      ...refuseTooLong('tagline', 'Semboyan', tagline ?? '', limits.title),
    }
    if (Object.keys(tooLong).length > 0) return invalid(tooLong)
    const site = { title, tagline: tagline ?? '' }
    await ctx.db
      .insertInto('site')
      .values({ agency_id: agency.id, ...site, state: 'open', opened_at: ctx.now })
      .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ ...site, state: 'open' }))
      .execute()
    await record(ctx, 'site.opened', { thing: 'site', id: agency.id, agencyId: agency.id, after: site })
    await forgetPages(ctx, siteGroup(agency.id))
    return { agencyId: agency.id, ...site }
  })
}

/** Stops serving a site; what was published on it stays and is public again when the site is opened again. */
export async function closeSite(ctx: Ctx, agencyId: string): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const agency = await findAgency(ctx, agencyId)
    const refusal = refuseUnless(ctx.actor, 'website.manage', agency.id)
    if (refusal) return refusal
    const closed = await ctx.db
      .updateTable('site')
      .set({ state: 'closed' })
      .where('agency_id', '=', agency.id)
      .where('state', '=', 'open')
      .returning('title')
      .executeTakeFirst()
    if (!closed) return conflict('Situs ini memang tidak sedang dibuka.')
    await record(ctx, 'site.closed', { thing: 'site', id: agency.id, agencyId: agency.id, before: closed })
    await forgetPages(ctx, siteGroup(agency.id))
    return undefined
  })
}
