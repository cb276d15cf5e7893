import type { Ctx } from '../../platform/ctx.ts'
import { clockColumns } from '../clock-columns.ts'
import { clockTerms } from '../find-rules.ts'
import { mergeClocks, type Settled } from '../keep-clocks.ts'
import { deriveClocks } from '../sla-clock.ts'
import type { CaseRow } from './case-rows.ts'
import { readClockEvents } from './clock-events.ts'
import { readClocks } from './clock-json.ts'
import { endPause } from './pause-rows.ts'

/**
 * Brings the kept clocks and the row of a case to what rules, calendar and events say now. Clocks that have stopped
 * stay as they were; the end of a running one that moved is kept inside it, with `reason`.
 *
 * `found` is the row as it is after the change: agency, kind and class of it are what is counted by.
 */
export async function settleClocks(ctx: Ctx, found: CaseRow, reason: string): Promise<Settled> {
  const terms = await clockTerms(ctx, found.agency_id)
  const subject = { kind: found.kind, class: found.class, agencyId: found.agency_id }
  const derived = deriveClocks(terms, subject, await readClockEvents(ctx, found.id))
  const kept = await ctx.db.selectFrom('cases').select('clocks').where('id', '=', found.id).executeTakeFirstOrThrow()
  const settled = mergeClocks(readClocks(kept.clocks), derived.clocks, { now: ctx.now, reason })
  await ctx.db
    .updateTable('cases')
    .set({
      state: derived.state,
      ...(derived.state !== found.state && { state_since: ctx.now }),
      ...clockColumns(terms, subject, settled.clocks),
    })
    .where('id', '=', found.id)
    .execute()
  if (derived.pauseEnded) await endPause(ctx, found, derived.pauseEnded)
  return { state: derived.state, ...settled }
}
