import { findAgencies } from '../../agencies/find-agencies.ts'
import { scopeOf } from '../../agencies/policy.ts'
import { get, html, seeOther } from '../../platform/http/route.ts'
import { findCases } from '../find-cases.ts'
import { casePaths } from '../paths.ts'
import { parseTicket } from '../ticket.ts'
import { InboxPage } from './inbox-page.tsx'

const pageSize = 50

export const inboxRoutes = [
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
]
