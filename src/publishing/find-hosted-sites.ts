import { findAgencies } from '../agencies/find-agencies.ts'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Site, siteAddress } from './site.ts'
import './data/tables.ts'

/** An agency whose website the actor may see, with the site we serve for it, if any. */
export interface HostedSite {
  agencyId: string
  agencyName: string
  site: (Site & { open: boolean; openedAt: Date }) | null
  /** Where it is, or would be. */
  address: string
  /** Public items. */
  items: number
}

/** What is served for each agency whose websites the actor may see, in the order of the register. */
export async function findHostedSites(ctx: Ctx): Promise<HostedSite[]> {
  const scope = scopeOf(ctx.actor, 'website.read')
  const [agencies, sites, counts] = await Promise.all([
    findAgencies(ctx),
    ctx.db.selectFrom('site').selectAll().execute(),
    ctx.db
      .selectFrom('content')
      .select(({ fn }) => ['agency_id as agencyId', fn.countAll<string>().as('items')])
      .where('revision_id', 'is not', null)
      .groupBy('agency_id')
      .execute(),
  ])
  const byAgency = new Map(sites.map((site) => [site.agency_id, site]))
  const items = new Map(counts.map((row) => [row.agencyId, Number(row.items)]))
  return agencies
    .filter(({ id }) => scope === 'all' || scope.includes(id))
    .map((agency) => {
      const row = byAgency.get(agency.id)
      return {
        agencyId: agency.id,
        agencyName: agency.name,
        site: row
          ? {
              agencyId: agency.id,
              title: row.title,
              tagline: row.tagline,
              open: row.state === 'open',
              openedAt: row.opened_at,
            }
          : null,
        address: siteAddress(ctx.platform.config, agency),
        items: items.get(agency.id) ?? 0,
      }
    })
}
