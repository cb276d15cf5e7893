import { findAgencies, findAgency } from '../../agencies/find-agencies.ts'
import { findPublicCase } from '../../cases/find-public-case.ts'
import { openCase } from '../../cases/open-case.ts'
import { parseTicket } from '../../cases/ticket.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { publicDeskPaths } from '../paths.ts'
import { FollowPage } from './follow-page.tsx'
import { type ReportInput, ReportPage } from './report-page.tsx'

/** Who takes in what a citizen could not address. */
const deskOfTheCity = 'diskominfostandi'

const empty: ReportInput = { text: '', place: '', contact: '', agencyId: '' }

const choices = async (ctx: Ctx) => (await findAgencies(ctx)).map(({ id, name }) => [id, name] as const)

const inputOf = (request: PageRequest): ReportInput => ({
  text: request.field('text'),
  place: request.field('place'),
  contact: request.field('contact'),
  agencyId: request.field('agencyId'),
})

export const citizenRoutes = [
  get(publicDeskPaths.report, 'anyone', async (ctx, { frame, query }) => {
    const asked = query.get('tiket')
    const ticket = parseTicket(asked ?? '')
    if (ticket !== null) return seeOther(publicDeskPaths.follow.href({ ticket }))
    const errors = asked === null ? undefined : { tiket: 'Nomor tiket berbentuk KB-XXXX-XXXX. Periksa kembali.' }
    return html(
      <ReportPage frame={frame} agencies={await choices(ctx)} input={empty} {...(errors && { errors })} />,
      errors ? 422 : 200,
    )
  }),

  post(publicDeskPaths.report, 'anyone', async (ctx, request) => {
    const input = inputOf(request)
    const opened = await openCase(ctx, {
      agencyId: input.agencyId || deskOfTheCity,
      channel: 'form',
      kind: 'complaint',
      text: input.text,
      place: input.place,
      reporter: { contact: input.contact },
      receivedAt: ctx.now,
    })
    if (isRefusal(opened)) {
      const agencies = await choices(ctx)
      return refused(opened, (errors) => (
        <ReportPage frame={request.frame} agencies={agencies} input={input} errors={errors} />
      ))
    }
    const words = `Laporan diterima. Nomor tiket Anda ${opened.ticket}: catat atau simpan halaman ini.`
    return seeOther(publicDeskPaths.follow.href({ ticket: opened.ticket }), words)
  }),

  get(publicDeskPaths.follow, 'anyone', async (ctx, { frame, params }) => {
    const ticket = parseTicket(params.ticket ?? '')
    if (ticket === null) throw new Missing(`case ${params.ticket}`)
    const found = await findPublicCase(ctx, ticket)
    const { name: agencyName } = await findAgency(ctx, found.agencyId)
    const late = found.nextDueAt !== null && found.nextDueAt < ctx.now
    return html(<FollowPage frame={frame} found={found} agencyName={agencyName} late={late} />)
  }),
]
