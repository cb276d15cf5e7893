import type { JSX } from 'preact'
import { findAgencies } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type PageRequest, type Reply, refused } from '../../platform/http/route.ts'
import { Missing, type Refusal } from '../../platform/refusal.ts'
import { findCase } from '../find-case.ts'
import { findCaseWork } from '../find-case-work.ts'
import type { Reporter } from '../open-reporter.ts'
import { lookAt } from '../presence.ts'
import { parseTicket } from '../ticket.ts'
import type { Choices, Draft } from './case-forms.tsx'
import { CasePage } from './case-page.tsx'

/** The ticket in the address; throws `Missing` for what can be none. */
export const ticketOf = ({ params }: PageRequest): string => {
  const ticket = parseTicket(params.ticket ?? '')
  if (ticket === null) throw new Missing(`case ${params.ticket}`)
  return ticket
}

export const choices = async (ctx: Ctx): Promise<Choices> =>
  (await findAgencies(ctx)).map(({ id, name }) => [id, name] as const)

/** 0 matches no case: a form without its version is a stale form. */
export const versionOf = (request: PageRequest): number => Number(request.field('version')) || 0

/** The page of the case in the address. */
export async function caseView(
  ctx: Ctx,
  request: PageRequest,
  more: { draft?: Draft; reporter?: Reporter } = {},
): Promise<JSX.Element> {
  const ticket = ticketOf(request)
  const found = await findCase(ctx, ticket)
  const work = await findCaseWork(ctx, ticket)
  const onlookers = await lookAt(ctx, ticket, { by: 'page', writing: false })
  return (
    <CasePage
      frame={request.frame}
      found={found}
      work={work}
      onlookers={onlookers}
      agencies={await findAgencies(ctx)}
      {...more}
    />
  )
}

/** The page of the case again, with what was typed (the fields called `names`) and why it was refused. */
export async function again(
  ctx: Ctx,
  request: PageRequest,
  refusal: Refusal,
  form: Draft['form'],
  names: readonly string[],
): Promise<Reply> {
  const fields = Object.fromEntries(names.map((name) => [name, request.field(name)]))
  const errors = refusal.refusal === 'invalid' ? refusal.errors : { '': refusal.reason }
  const page = await caseView(ctx, request, { draft: { form, errors, fields } })
  return refused(refusal, () => page)
}
