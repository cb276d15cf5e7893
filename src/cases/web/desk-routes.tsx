import type { VNode } from 'preact'
import { findAgencies } from '../../agencies/find-agencies.ts'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { answerCase } from '../answer-case.ts'
import { isClosingGround } from '../case.ts'
import { classifyCase } from '../classify-case.ts'
import { closeCase } from '../close-case.ts'
import { findCase } from '../find-case.ts'
import { findCases } from '../find-cases.ts'
import { openReporter } from '../open-reporter.ts'
import { passOnCase } from '../pass-on-case.ts'
import { casePaths } from '../paths.ts'
import { parseTicket } from '../ticket.ts'
import type { Choices, Draft } from './case-forms.tsx'
import { CasePage } from './case-page.tsx'
import { InboxPage } from './inbox-page.tsx'

const pageSize = 50

const ticketOf = ({ params }: PageRequest): string => {
  const ticket = parseTicket(params.ticket ?? '')
  if (ticket === null) throw new Missing(`case ${params.ticket}`)
  return ticket
}

const choices = async (ctx: Ctx): Promise<Choices> =>
  (await findAgencies(ctx)).map(({ id, name }) => [id, name] as const)

/** 0 matches no case: a form without its version is a stale form. */
const versionOf = (request: PageRequest): number => Number(request.field('version')) || 0

/** The page of the case again, with what was typed and why it was refused. */
async function again(
  ctx: Ctx,
  request: PageRequest,
  refusal: Refusal,
  form: Draft['form'],
  names: string[],
): Promise<Reply> {
  const found = await findCase(ctx, ticketOf(request))
  const agencies = await choices(ctx)
  const fields = Object.fromEntries(names.map((name) => [name, request.field(name)]))
  const page = (errors: FieldErrors): VNode => (
    <CasePage frame={request.frame} found={found} agencies={agencies} draft={{ form, errors, fields }} />
  )
  return refused(refusal, page)
}

export const deskRoutes = [
  get(casePaths.inbox, 'case.read', async (ctx, { frame, query }) => {
    const asked = query.get('tiket') ?? ''
    const ticket = parseTicket(asked)
    if (ticket !== null) return seeOther(casePaths.case.href({ ticket }))
    const state = query.get('keadaan') ?? ''
    const agencyId = query.get('perangkat') ?? ''
    const cursor = query.get('mulai') ?? ''
    const { items, next } = await findCases(ctx, { state, agencyId, limit: pageSize, cursor })
    const scope = scopeOf(ctx.actor, 'case.read')
    const agencies = (await findAgencies(ctx)).flatMap(({ id, abbreviation }) =>
      scope === 'all' || scope.includes(id) ? [[id, abbreviation] as const] : [],
    )
    return html(
      <InboxPage
        frame={frame}
        items={items}
        next={next}
        agencies={agencies}
        state={state}
        agencyId={agencyId}
        ticket={asked}
      />,
    )
  }),

  get(casePaths.case, 'case.read', async (ctx, request) => {
    const found = await findCase(ctx, ticketOf(request))
    const agencies = await choices(ctx)
    return html(<CasePage frame={request.frame} found={found} agencies={agencies} />)
  }),

  post(casePaths.answers, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await answerCase(ctx, {
      ticket,
      text: request.field('text'),
      final: request.field('final') !== 'belum',
      version: versionOf(request),
    })
    if (isRefusal(done)) return again(ctx, request, done, 'answer', ['text', 'final'])
    const words = done.public
      ? 'Jawaban tersimpan dan sudah tampil bagi warga.'
      : 'Jawaban tersimpan dan sedang dikirim.'
    return seeOther(casePaths.case.href({ ticket }), words)
  }),

  post(casePaths.classification, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await classifyCase(ctx, {
      ticket,
      kind: request.field('kind'),
      class: request.field('class'),
      version: versionOf(request),
    })
    if (isRefusal(done)) return again(ctx, request, done, 'classify', ['kind', 'class'])
    return seeOther(casePaths.case.href({ ticket }), 'Klasifikasi tersimpan, batas waktu dihitung ulang.')
  }),

  post(casePaths.passage, 'case.pass-on', async (ctx, request) => {
    const ticket = ticketOf(request)
    const passed = await passOnCase(ctx, {
      ticket,
      agencyId: request.field('agencyId'),
      reason: request.field('reason'),
      version: versionOf(request),
    })
    if (isRefusal(passed)) return again(ctx, request, passed, 'pass-on', ['agencyId', 'reason'])
    const name = new Map(await choices(ctx)).get(passed.agencyId) ?? passed.agencyId
    return seeOther(casePaths.inbox.href(), `Kasus ${ticket} diteruskan ke ${name}.`)
  }),

  post(casePaths.closure, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const ground = request.field('ground')
    const done = await closeCase(ctx, {
      ticket,
      version: versionOf(request),
      ground: isClosingGround(ground) ? ground : undefined,
      reason: request.field('reason'),
    })
    if (isRefusal(done)) return again(ctx, request, done, 'close', ['ground', 'reason'])
    return seeOther(casePaths.case.href({ ticket }), 'Kasus ditutup.')
  }),

  // Answers with the page itself: what was opened is seen once and stands at no address.
  post(
    casePaths.reporter,
    'case.answer',
    async (ctx, request) => {
      const ticket = ticketOf(request)
      const opened = await openReporter(ctx, { ticket, reason: request.field('reason') })
      if (isRefusal(opened)) return again(ctx, request, opened, 'reporter', ['reason'])
      const found = await findCase(ctx, ticket)
      const agencies = await choices(ctx)
      return html(<CasePage frame={request.frame} found={found} agencies={agencies} reporter={opened} />)
    },
    { once: false },
  ),
]
