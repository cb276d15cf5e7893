import type { Ctx } from '../../platform/ctx.ts'
import { get, html } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import type { Agency } from '../agency.ts'
import { agencyOn, findAgency } from '../find-agencies.ts'
import { findAgencyLife } from '../find-agency-life.ts'
import { holdersOf } from '../find-people.ts'
import { agencyPaths } from '../paths.ts'
import { may } from '../policy.ts'
import { AgencyPage } from './agency-page.tsx'
import { importRoutes } from './import-routes.tsx'
import { lifeRoutes } from './life-routes.tsx'
import { dayAsked, registerRoutes } from './register-routes.tsx'

export const routes = [
  ...registerRoutes,
  ...importRoutes,
  ...lifeRoutes,

  get(agencyPaths.agency, 'agency.read', async (ctx, { frame, params, query }) => {
    const { id = '' } = params
    const day = dayAsked(query)
    const today = dayInWib(ctx.now)
    const agency = day === '' ? await findAgency(ctx, id) : await agencyOn(ctx, id, day)
    const columns = day === '' ? ctx.platform.areas.flatMap((area) => area.registerColumn ?? []) : []
    const [life, parent, holders, ...cells] = await Promise.all([
      findAgencyLife(ctx, id),
      parentOf(ctx, agency, day),
      holdersOf(ctx, id, day || today),
      ...columns.map((column) => column.cells(ctx, [id])),
    ])
    const added = columns.map(({ head }, i) => ({ head, cell: cells[i]?.get(id) }))
    return html(
      <AgencyPage
        {...{ frame, agency, parent, life, day, today, holders, added }}
        mayReadPosts={may(ctx.actor, 'agency.read', id)}
      />,
    )
  }),
]

const parentOf = async (ctx: Ctx, { parentId }: Agency, day: string): Promise<Agency | null> => {
  if (parentId === null) return null
  return day === '' ? findAgency(ctx, parentId) : agencyOn(ctx, parentId, day)
}
