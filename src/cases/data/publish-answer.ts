import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../../platform/events.ts'
import type { ClosesWith } from '../closing.ts'
import { clockTerms } from '../find-rules.ts'
import { stoppedInShort } from '../keep-clocks.ts'
import { beginPause } from '../pause-clock.ts'
import { type CaseRow, lockCaseById } from './case-rows.ts'
import { saveClosure } from './closure-rows.ts'
import { settleClocks } from './settle-clocks.ts'

/**
 * Makes an answer public at the instant it was published, which stops the clocks. What the figures need is kept in
 * the event as it was known now: a later decree does not change a month that is over. An answer that ends the case in a
 * way of its own closes it at this moment.
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
    .returning(['final', 'closes_with', 'holds_for'])
    .executeTakeFirstOrThrow()
  const { stopped } = await settleClocks(ctx, found, 'Jawaban terbit.')
  const terms = await clockTerms(ctx, found.agency_id)
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
      stopped: stoppedInShort(terms, stopped),
    },
  })
  // A pause that is refused now (the time is over) leaves the question standing without one.
  if (published.holds_for)
    await beginPause(ctx, await lockCaseById(ctx, found.id), { reason: 'citizen', note: published.holds_for })
  if (published.closes_with)
    await saveClosure(ctx, await lockCaseById(ctx, found.id), published.closes_with as ClosesWith)
}
