import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { monthRange } from '../platform/time.ts'
import { countMessages, type MessageFigures } from './message-count.ts'
import type { CountedEvent } from './turns.ts'

const counted = [
  'case.opened',
  'case.reopened',
  'case.passed-on',
  'case.classified',
  'case.due-changed',
  'case.answer-published',
  'case.closed',
] as const

/**
 * Messages of an agency in a month (WIB, `YYYY-MM`), from the events recorded before the month's end: asked again
 * next year, the numbers are the same. A month that has not ended is counted up to now.
 */
export async function messageFigures(ctx: Ctx, agencyId: string, month: string): Promise<MessageFigures> {
  const range = monthRange(month)
  const to = range.to < ctx.now ? range.to : new Date(ctx.now.getTime() + 1)
  return countMessages(await eventsOf(ctx, agencyId, { from: range.from, to }), agencyId, { from: range.from, to })
}

/**
 * Events of the cases that can matter: the agency held them once, and they wait today or came to rest since the month
 * began. A case that rested before and still does has no part in the month.
 */
async function eventsOf(ctx: Ctx, agencyId: string, { from, to }: { from: Date; to: Date }): Promise<CountedEvent[]> {
  return ctx.db
    .selectFrom('event')
    .select(['thing_id as caseId', 'agency_id as agencyId', 'at', 'action', 'after'])
    .where('thing', '=', 'case')
    .where('action', 'in', counted)
    .where('at', '<', to)
    .where('thing_id', 'in', (query) =>
      query
        .selectFrom('event as held')
        .innerJoin('cases', (join) => join.on(sql`cases.id::text`, '=', sql.ref('held.thing_id')))
        .select('held.thing_id')
        .where('held.agency_id', '=', agencyId)
        .where('held.action', 'in', ['case.opened', 'case.passed-on'])
        .where('held.at', '<', to)
        .where((where) =>
          where.or([where('cases.state', 'in', ['open', 'replied']), where('cases.state_since', '>=', from)]),
        ),
    )
    .orderBy('id')
    .execute()
}
