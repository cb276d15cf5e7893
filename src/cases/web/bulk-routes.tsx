import { findAgencies } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts'
import { actOnCases, type BulkAct, type Chosen, findBulkAct, isBulkAct, mostAtOnce } from '../act-on-cases.ts'
import { findCasesOf } from '../find-cases.ts'
import { findColleagues } from '../find-colleagues.ts'
import { casePaths } from '../paths.ts'
import { parseTicket } from '../ticket.ts'
import { BulkPage, BulkResultPage } from './bulk-page.tsx'

const fields = ['personId', 'note', 'name', 'kind', 'class', 'agencyId', 'reason', 'outcome'] as const

export const bulkRoutes = [
  get(casePaths.bulk, 'case.work', async (ctx, request) => {
    const chosen = chosenIn(request.query.getAll('kasus'))
    const tooMany = chosen.length > mostAtOnce ? invalid({ '': `Paling banyak ${mostAtOnce} kasus sekaligus.` }) : null
    return html(await bulkView(ctx, request, chosen.slice(0, mostAtOnce), tooMany))
  }),

  post(casePaths.bulk, 'case.work', async (ctx, request) => {
    const act = request.field('act')
    const chosen = chosenIn(request.fields('kasus'))
    const input = Object.fromEntries(fields.map((name) => [name, request.field(name)]))
    const done = isBulkAct(act) ? await actOnCases(ctx, { act, chosen, input }) : invalid({ '': 'Pilih tindakannya.' })
    if (!isRefusal(done)) return seeOther(casePaths.bulkResult.href({ id: done.id }))
    const page = await bulkView(ctx, request, chosen.slice(0, mostAtOnce), done, isBulkAct(act) ? act : null)
    return refused(done, () => page)
  }),

  get(casePaths.bulkResult, 'case.work', async (ctx, { frame, params }) =>
    html(<BulkResultPage frame={frame} done={await findBulkAct(ctx, params.id ?? '')} />),
  ),
]

/** `KB-7F3K-9QX2:3` each; what is none is left out, and a case picked twice counts once. */
function chosenIn(values: readonly string[]): Chosen[] {
  const chosen = values.flatMap((value): Chosen[] => {
    const [text = '', version = ''] = value.split(':')
    const ticket = parseTicket(text)
    return ticket === null ? [] : [{ ticket, version: Number(version) || 0 }]
  })
  return [...new Map(chosen.map((one) => [one.ticket, one])).values()]
}

async function bulkView(
  ctx: Ctx,
  request: PageRequest,
  chosen: readonly Chosen[],
  refusal: Refusal | null,
  act: BulkAct | null = null,
) {
  const cases = await findCasesOf(
    ctx,
    chosen.map(({ ticket }) => ticket),
  )
  const agencies = await findAgencies(ctx)
  const [only, ...others] = new Set(cases.map(({ agencyId }) => agencyId))
  const people = only !== undefined && others.length === 0 ? await findColleagues(ctx, only) : []
  const errors = refusal?.refusal === 'invalid' ? refusal.errors : refusal ? { '': refusal.reason } : {}
  const input = Object.fromEntries(fields.map((name) => [name, request.field(name)]))
  return (
    <BulkPage
      frame={request.frame}
      cases={cases}
      chosen={chosen.filter(({ ticket }) => cases.some((one) => one.ticket === ticket))}
      people={people.filter(({ agencyId }) => agencyId === only).map(({ personId, name }) => [personId, name] as const)}
      agencies={agencies.filter(({ id }) => id !== only).map(({ id, name }) => [id, name] as const)}
      {...(refusal && { refused: { act, errors, input } })}
    />
  )
}
