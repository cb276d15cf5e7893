import type { Ctx } from '../../platform/ctx.ts'
import { get, html } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { isDay, isKind } from '../agency-facts.ts'
import { findHolders } from '../find-people.ts'
import { findRegister } from '../find-register.ts'
import { agencyPaths } from '../paths.ts'
import { type FoundAgency, searchAgencies } from '../search-agencies.ts'
import { RegisterPage } from './register-page.tsx'

const pageSize = 50

export const registerRoutes = [
  get(agencyPaths.register, 'agency.read', async (ctx, { frame, query }) => {
    const asked = readQuery(query)
    const found = await findPage(ctx, asked)
    const ids = found.agencies.map(({ agency }) => agency.id)
    // What other areas know is of today; beside a name of March it would be misread.
    const columns = asked.day === '' ? ctx.platform.areas.flatMap((area) => area.registerColumn ?? []) : []
    const [holders, ...cells] = await Promise.all([
      findHolders(ctx, ids, asked.day || dayInWib(ctx.now)),
      ...columns.map((column) => column.cells(ctx, ids)),
    ])
    const added = columns.map(({ head }, i) => ({ head, cells: cells[i] ?? new Map() }))
    return html(<RegisterPage frame={frame} {...asked} {...found} holders={holders} added={added} />)
  }),
]

/** `tanggal` in the address of a page; '' for today, and for a day that does not exist. */
export function dayAsked(query: URLSearchParams): string {
  const day = query.get('tanggal') ?? ''
  return isDay(day) ? day : ''
}

function readQuery(query: URLSearchParams) {
  const kind = query.get('jenis') ?? ''
  const day = dayAsked(query)
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    kind: isKind(kind) ? kind : ('' as const),
    day,
    wrongDay: day === '' ? (query.get('tanggal') ?? '') : '',
    after: query.get('setelah') ?? '',
  }
}

async function findPage(
  ctx: Ctx,
  { q, kind, day, after }: ReturnType<typeof readQuery>,
): Promise<{ agencies: FoundAgency[]; next: string | null; count: number | null }> {
  const on = day || dayInWib(ctx.now)
  if (q !== '') {
    const found = await searchAgencies(ctx, q, on)
    const agencies = kind === '' ? found : found.filter(({ agency }) => agency.kind === kind)
    return { agencies, next: null, count: agencies.length }
  }
  const { items, next, count } = await findRegister(ctx, { day: on, kind, after, limit: pageSize })
  return {
    agencies: items.map((agency) => ({ agency, foundBy: null, endedOn: null })),
    next: next && agencyPaths.register.href({}, { jenis: kind, tanggal: day, setelah: next }),
    count,
  }
}
