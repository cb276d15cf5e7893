import { get, html } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { findAgencies, findAgency } from '../find-agencies.ts'
import { findAllHolders, holdersOf } from '../find-people.ts'
import { agencyPaths } from '../paths.ts'
import { AgencyPage } from './agency-page.tsx'
import { RegisterPage } from './register-page.tsx'

export const routes = [
  get(agencyPaths.register, 'agency.read', async (ctx, { frame, query }) => {
    const columns = ctx.platform.areas.flatMap((area) => area.registerColumn ?? [])
    const [agencies, holders, ...cells] = await Promise.all([
      findAgencies(ctx),
      findAllHolders(ctx),
      ...columns.map((column) => column.cells(ctx)),
    ])
    const added = columns.map(({ head }, i) => ({ head, cells: cells[i] ?? new Map() }))
    return html(
      <RegisterPage
        frame={frame}
        agencies={agencies}
        holders={holders}
        added={added}
        kind={query.get('jenis') ?? ''}
      />,
    )
  }),

  get(agencyPaths.agency, 'agency.read', async (ctx, { frame, params }) => {
    const agency = await findAgency(ctx, params.id ?? '')
    const columns = ctx.platform.areas.flatMap((area) => area.registerColumn ?? [])
    const [holders, ...cells] = await Promise.all([
      holdersOf(ctx, agency.id, dayInWib(ctx.now)),
      ...columns.map((column) => column.cells(ctx)),
    ])
    const added = columns.map(({ head }, i) => ({ head, cell: cells[i]?.get(agency.id) }))
    return html(<AgencyPage frame={frame} agency={agency} holders={holders} added={added} />)
  }),
]
