import { createHash } from 'node:crypto'
import type { JSX } from 'preact'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bytes, get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal } from '../../platform/refusal.ts'
import { renderDocument } from '../../platform/ui/document.tsx'
import { findCases } from '../find-cases.ts'
import { findFilterChoices } from '../find-filter-choices.ts'
import { filterIn } from '../inbox-filter.ts'
import { casePaths } from '../paths.ts'
import { registerTicket } from '../register-ticket.ts'
import { findSavedFilters, removeFilter, saveFilter } from '../saved-filters.ts'
import { parseTicket } from '../ticket.ts'
import { InboxPage } from './inbox-page.tsx'
import { InboxTable } from './inbox-table.tsx'

const pageSize = 50

export const inboxRoutes = [
  get(casePaths.inbox, 'case.read', async (ctx, request) => {
    const asked = (request.query.get('cari') || request.query.get('tiket')) ?? ''
    const ticket = parseTicket(asked) ?? (await registerTicket(ctx, asked))
    if (ticket !== null) return seeOther(casePaths.case.href({ ticket }))
    return html(await inboxView(ctx, request, request.query))
  }),

  // The table alone, for a page that renews itself; unchanged it costs the reader nothing.
  get(casePaths.inboxRows, 'case.read', async (ctx, { query, headers }) => {
    const filter = filterIn(query)
    const list = await findCases(ctx, { ...filter, limit: pageSize, cursor: query.get('mulai') ?? '' })
    const { agencies } = await findFilterChoices(ctx, filter)
    const pick = may(ctx.actor, 'case.work')
    const body = renderDocument(<InboxTable list={list} filter={filter} agencies={agencies} pick={pick} />)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    if (headers['if-none-match'] === etag) return { ...bytes('text/html; charset=utf-8', '', { etag }), status: 304 }
    return bytes('text/html; charset=utf-8', body, { etag })
  }),

  post(casePaths.savedFilters, 'case.read', async (ctx, request) => {
    const [name, query] = [request.field('name'), request.field('query')]
    const done = await saveFilter(ctx, { name, query })
    if (!isRefusal(done))
      return seeOther(`${casePaths.inbox.href()}?${done.query}`, `Saringan “${done.name}” tersimpan.`)
    const errors = done.refusal === 'invalid' ? done.errors : { '': done.reason }
    const page = await inboxView(ctx, request, new URLSearchParams(query), { errors, name })
    return refused(done, () => page)
  }),

  post(casePaths.savedFilterRemoval, 'case.read', async (ctx, { params }) => {
    const { name } = await removeFilter(ctx, params.id ?? '')
    return seeOther(casePaths.inbox.href(), `Saringan “${name}” dihapus.`)
  }),
]

async function inboxView(
  ctx: Ctx,
  { frame }: PageRequest,
  query: URLSearchParams,
  kept?: { errors: FieldErrors; name: string },
): Promise<JSX.Element> {
  const filter = filterIn(query)
  const cursor = query.get('mulai') ?? ''
  const list = await findCases(ctx, { ...filter, limit: pageSize, cursor })
  const choices = await findFilterChoices(ctx, filter)
  const saved = await findSavedFilters(ctx)
  const self = ctx.actor.kind === 'person' && may(ctx.actor, 'case.work') ? ctx.actor.id : null
  return (
    <InboxPage frame={frame} {...{ list, filter, choices, saved, cursor, self }} {...(kept && { refused: kept })} />
  )
}
