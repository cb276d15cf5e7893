import { calendarOf } from '../../calendar/agency-calendar.ts'
import { workingMinutesBetween } from '../../platform/calendar/due-after.ts'
import { UnknownYear } from '../../platform/calendar/unknown-year.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../../platform/events.ts'
import { type Clock, inTime } from '../sla-clock.ts'
import type { CaseRow } from './case-rows.ts'
import { settleClocks } from './settle-clocks.ts'

/**
 * Makes an answer public at the instant it was published, which stops the clocks. What the figures need is kept in
 * the event as it was known now: a later decree does not change a month that is over.
 */
export async function publishAnswer(
  ctx: Ctx,
  found: CaseRow,
  answer: { answerId: string; at: Date; url: string | null },
): Promise<void> {
  const published = await ctx.db
    .updateTable('case_message')
    .set({ state: 'public', public_at: answer.at, url: answer.url, failure: null })
    .where('id', '=', answer.answerId)
    .returning('final')
    .executeTakeFirstOrThrow()
  const { stopped } = await settleClocks(ctx, found, 'Jawaban terbit.')
  const calendar = await calendarOf(ctx, found.agency_id)
  await record(ctx, 'case.answer-published', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    after: {
      answerId: answer.answerId,
      channel: found.channel,
      final: published.final,
      at: answer.at,
      url: answer.url,
      stopped: stopped.map((clock) => ({
        step: clock.step,
        dueAt: clock.dueAt,
        inTime: inTime(clock),
        workingMinutes: minutesOf(calendar, clock),
      })),
    },
  })
}

function minutesOf(calendar: Parameters<typeof workingMinutesBetween>[0], { startedAt, stoppedAt }: Clock) {
  try {
    return stoppedAt && Math.floor(workingMinutesBetween(calendar, startedAt, stoppedAt))
  } catch (error) {
    if (error instanceof UnknownYear) return null
    throw error
  }
}
