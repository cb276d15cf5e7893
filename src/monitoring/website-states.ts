import { findAgencies, findAgenciesOf } from '../agencies/find-agencies.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import { newsCadences } from './data/cadences.ts'
import { failuresInARow, lastScans } from './find-scans.ts'
import { findWebsites } from './find-websites.ts'
import { inShort, type Tone, type WebsiteState, websiteState } from './website-state.ts'

/**
 * The websites this actor may see as they are now (`agencyIds`: of these agencies alone), monitored ones first, then in
 * the city's order of agencies.
 */
export async function findWebsiteStates(
  ctx: Ctx,
  agencyIds?: readonly string[],
): Promise<(WebsiteState & { agencyName: string })[]> {
  const [websites, agencies, cadenceOf] = await Promise.all([
    findWebsites(ctx, agencyIds),
    agencyIds ? findAgenciesOf(ctx, agencyIds) : findAgencies(ctx),
    newsCadences(ctx, dayInWib(ctx.now)),
  ])
  const ids = websites.map(({ id }) => id)
  // a moment later: a scan may have begun in the very instant of this request
  const before = new Date(ctx.now.getTime() + 1)
  const [last, reached, failures] = await Promise.all([
    lastScans(ctx, ids, { before, up: false }),
    lastScans(ctx, ids, { before, up: true }),
    failuresInARow(ctx, ids),
  ])
  const order = new Map(agencies.map((agency, place) => [agency.id, { agency, place }]))
  return websites
    .map((website) => {
      const found = order.get(website.agencyId)
      const seen = {
        last: last.get(website.id),
        reached: reached.get(website.id),
        failures: failures.get(website.id) ?? 0,
      }
      const state = websiteState(website, seen, cadenceOf(found?.agency.kind ?? 'department'), ctx.now)
      return { ...state, agencyName: found?.agency.name ?? website.agencyId, place: found?.place ?? order.size }
    })
    .sort((a, b) => Number(b.website.monitored) - Number(a.website.monitored) || a.place - b.place)
}

/** The website of each of these agencies for the register: address, state in words, last real update. Monitored ones win. */
export async function websiteStates(
  ctx: Ctx,
  agencyIds: readonly string[],
): Promise<Map<string, { id: string; url: string; words: string; tone: Tone; lastRealUpdate: Date | null }>> {
  const states = await findWebsiteStates(ctx, agencyIds)
  return new Map(
    states.toReversed().map((state) => {
      const { website, lastRealUpdate } = state
      return [website.agencyId, { id: website.id, url: website.url, ...inShort(state), lastRealUpdate }]
    }),
  )
}
