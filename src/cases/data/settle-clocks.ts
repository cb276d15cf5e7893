import type { Ctx } from '../../platform/ctx.ts'
import type { CaseState } from '../case.ts'
import { clockTerms } from '../find-rules.ts'
import { type Clock, deriveClocks, nextClock } from '../sla-clock.ts'
import type { CaseRow } from './case-rows.ts'
import { readClockEvents } from './clock-events.ts'
import { insertClocks, type KeptClock, readClocks, stopClock, supersede } from './clock-rows.ts'

export interface Settled {
  state: CaseState
  /** Clocks that began, or took the place of another one. */
  begun: Clock[]
  stopped: Clock[]
}

/**
 * Brings the kept clocks and the row of a case to what rules, calendar and messages say now. Clocks that have stopped
 * stay as they were; a running one whose end has changed is kept beside its successor, with `reason`.
 */
export async function settleClocks(ctx: Ctx, found: CaseRow, reason: string): Promise<Settled> {
  const terms = await clockTerms(ctx, found.agency_id)
  const subject = { kind: found.kind, class: found.class, agencyId: found.agency_id }
  const derived = deriveClocks(terms, subject, await readClockEvents(ctx, found.id))
  const kept = (await readClocks(ctx, found.id)).filter(({ supersededAt }) => supersededAt === null)
  const settled: Settled = { state: derived.state, begun: [], stopped: [] }
  for (const clock of derived.clocks) {
    const before = kept.find((one) => isSame(one, clock))
    if (before?.stoppedAt) continue
    if (before && endsAlike(before, clock)) {
      if (clock.stoppedAt) await stopClock(ctx, before, clock.stoppedAt)
    } else {
      if (before) await supersede(ctx, before, reason)
      await insertClocks(ctx, found.id, [clock])
      settled.begun.push(clock)
    }
    if (clock.stoppedAt) settled.stopped.push(clock)
  }
  for (const before of kept)
    if (!before.stoppedAt && !derived.clocks.some((clock) => isSame(before, clock)))
      await supersede(ctx, before, reason)
  await saveState(ctx, found, derived.state, nextClock(derived.clocks))
  return settled
}

/** The same clock, before and after: a step and the word of the citizen that began it. */
const isSame = (kept: KeptClock, clock: Clock): boolean =>
  kept.step === clock.step && kept.startedAt.getTime() === clock.startedAt.getTime()

const endsAlike = (kept: KeptClock, clock: Clock): boolean =>
  kept.ruleId === clock.ruleId &&
  kept.dueAt?.getTime() === clock.dueAt?.getTime() &&
  kept.unknownYear === clock.unknownYear

async function saveState(ctx: Ctx, found: CaseRow, state: CaseState, next: Clock | undefined): Promise<void> {
  await ctx.db
    .updateTable('cases')
    .set({
      state,
      ...(state !== found.state && { state_since: ctx.now }),
      next_step: next?.step ?? null,
      next_due_at: next?.dueAt ?? null,
    })
    .where('id', '=', found.id)
    .execute()
}
