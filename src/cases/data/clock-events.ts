import type { Ctx } from '../../platform/ctx.ts'
import type { ClockEvent } from '../sla-clock.ts'
import { type MessageRow, readMessages } from './message-rows.ts'

/** Everything about a case that moves its clocks: words, public answers, closings without one. */
export async function readClockEvents(ctx: Ctx, caseId: string): Promise<ClockEvent[]> {
  const closings = await ctx.db
    .selectFrom('case_closure')
    .select('at')
    .where('case_id', '=', caseId)
    .where('ground', 'is not', null)
    .execute()
  return [
    ...clockEventsOf(await readMessages(ctx, caseId)),
    ...closings.map(({ at }): ClockEvent => ({ by: 'closing', at })),
  ]
}

const clockEventsOf = (messages: readonly MessageRow[]): ClockEvent[] =>
  messages.flatMap((message): ClockEvent[] => {
    if (message.author === 'citizen') return [{ by: 'citizen', at: message.at }]
    if (message.state !== 'public' || message.public_at === null) return []
    return [{ by: 'agency', at: message.public_at, final: message.final }]
  })
