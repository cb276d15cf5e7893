import { findCase } from '../../cases/find-case.ts'
import { parseTicket } from '../../cases/ticket.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, Missing } from '../../platform/refusal.ts'
import { findPublications } from '../find-publications.ts'
import { publicDeskPaths } from '../paths.ts'
import { refuseCase, suggestTexts } from '../publication.ts'
import { publishCase, withdrawPublication } from '../publish-case.ts'
import { PublicationPage } from './publication-page.tsx'

const ticketOf = ({ params }: PageRequest): string => {
  const ticket = parseTicket(params.ticket ?? '')
  if (ticket === null) throw new Missing(`case ${params.ticket}`)
  return ticket
}

export const publicationRoutes = [
  get(publicDeskPaths.publication, 'case.publish', async (ctx, request) => {
    const draw = await page(ctx, request)
    return html(draw({}))
  }),

  post(publicDeskPaths.publication, 'case.publish', async (ctx, request): Promise<Reply> => {
    const ticket = ticketOf(request)
    const texts = { question: request.field('question'), answer: request.field('answer') }
    const done = await publishCase(ctx, { ticket, ...texts, sure: request.field('sure') === 'on' })
    if (isRefusal(done)) return refused(done, await page(ctx, request, texts))
    return seeOther(publicDeskPaths.publication.href({ ticket }), 'Jawaban sudah tampil untuk umum.')
  }),

  post(publicDeskPaths.publicationEnd, 'case.publish', async (ctx, request): Promise<Reply> => {
    const ticket = ticketOf(request)
    const refusal = await withdrawPublication(ctx, { ticket, reason: request.field('reason') })
    if (refusal) return refused(refusal, await page(ctx, request))
    return seeOther(publicDeskPaths.publication.href({ ticket }), 'Jawaban sudah ditarik dari daftar umum.')
  }),
]

/** The page, with what was typed or else what the machine suggests. */
async function page(ctx: Ctx, request: PageRequest, typed?: { question: string; answer: string }) {
  const found = await findCase(ctx, ticketOf(request))
  const publications = await findPublications(ctx, found.id)
  const suggested = suggestTexts(found)
  const refusal = refuseCase(found)
  return (errors: FieldErrors) => (
    <PublicationPage
      frame={request.frame}
      found={found}
      publications={publications}
      hindrance={refusal && 'reason' in refusal ? refusal.reason : undefined}
      texts={typed ?? suggested}
      removed={typed ? [] : suggested.removed}
      reason={request.field('reason')}
      errors={errors}
    />
  )
}
