import { workingMinutesBetween } from '../platform/calendar/due-after.ts'
import { dayInWib } from '../platform/time.ts'
import type { CaseState } from './case.ts'
import { type Clock, inTime, isRunning, nextClock, openPause } from './clock.ts'
import { countEnd, countedPauses, known, lengthOf, pauseEnd } from './clock-end.ts'
import type { ClockRead } from './clock-words.ts'
import { type ClockTerms, limitOf } from './sla-clock.ts'
import { type RuleSubject, ruleFor } from './sla-rule.ts'
import { nextLevel } from './warning.ts'

/** What became of the clocks of a case. */
export interface Settled {
  state: CaseState
  clocks: Clock[]
  /** Clocks that began, or whose end moved while they run. */
  begun: Clock[]
  stopped: Clock[]
}

/**
 * Brings kept clocks to what was derived anew. A clock that has stopped stays as it was; the end of a running one that
 * moved is kept inside it, with the reason. One that was not derived any more is void.
 */
export function mergeClocks(
  kept: readonly Clock[],
  derived: readonly Clock[],
  { now, reason }: { now: Date; reason: string },
): Omit<Settled, 'state'> {
  const begun: Clock[] = []
  const stopped: Clock[] = []
  const unmatched = Map.groupBy(kept, keyOf)
  const merged = derived.map((clock) => {
    const before = unmatched.get(keyOf(clock))?.shift()
    if (before && !isRunning(before)) return before
    const moved = before !== undefined && !endsAlike(before, clock)
    const former = moved ? [...before.former, { dueAt: before.dueAt, until: now, reason }] : (before?.former ?? [])
    const after = { ...clock, told: before?.told ?? clock.told, former }
    if (!isRunning(after)) stopped.push(after)
    else if (moved || !before) begun.push(after)
    return after
  })
  const gone = [...unmatched.values()].flat().map((one): Clock => (isRunning(one) ? voided(one, { now, reason }) : one))
  const clocks = [...gone, ...merged].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  return { clocks, begun, stopped }
}

/** The same clock, before and after: a step and when it began; of several alike, in their order. */
const keyOf = ({ step, startedAt }: Clock): string => `${step} ${startedAt.getTime()}`

export const endsAlike = (a: Clock, b: Clock): boolean =>
  a.dueAt?.getTime() === b.dueAt?.getTime() &&
  a.ruleId === b.ruleId &&
  a.amount === b.amount &&
  a.unknownYear === b.unknownYear

const voided = (clock: Clock, { now, reason }: { now: Date; reason: string }): Clock => ({
  ...clock,
  stoppedAt: now,
  stoppedBy: 'void',
  former: [...clock.former, { dueAt: clock.dueAt, until: now, reason }],
})

/**
 * Counts running clocks by the rules and the calendar of now, from what is kept of them alone: for all open cases of a
 * city, without a look at what was written in them. Answers the same array when no end moved.
 */
export function recountClocks(
  { rules, calendar }: ClockTerms,
  subject: RuleSubject,
  kept: readonly Clock[],
  { now, reason }: { now: Date; reason: string },
): { clocks: readonly Clock[]; begun: Clock[] } {
  const begun: Clock[] = []
  const clocks = kept.map((clock) => {
    if (!isRunning(clock)) return clock
    const limited = {
      ...clock,
      ...limitOf(rules, { ...subject, agencyId: clock.agencyId ?? subject.agencyId }, clock.step, clock.startedAt),
    }
    const counted: Clock = { ...limited, ...countEnd(calendar, limited) }
    if (endsAlike(clock, counted)) return clock
    const after = { ...counted, former: [...clock.former, { dueAt: clock.dueAt, until: now, reason }] }
    begun.push(after)
    return after
  })
  return begun.length === 0 ? { clocks: kept, begun } : { clocks, begun }
}

/** What lists read of the clocks, so that they never look inside. */
export interface NextClock {
  next_step: string | null
  next_due_at: Date | null
  next_started_at: Date | null
  next_minutes: number | null
  next_paused_until: Date | null
  next_warn_at: Date | null
  paused_since: Date | null
  closes_at: Date | null
}

export function nextOf({ rules, calendar }: ClockTerms, subject: RuleSubject, clocks: readonly Clock[]): NextClock {
  const next = nextClock(clocks)
  const running = clocks.filter(isRunning)
  const pauses = running.flatMap((clock) => openPause(clock) ?? [])
  const paused = next && openPause(next)
  const warnings = running.flatMap((clock) => {
    const overdueAfter = ruleFor(rules, 'overdue', subject, dayInWib(clock.startedAt))
    return nextLevel(calendar, clock, overdueAfter)?.at.getTime() ?? []
  })
  return {
    next_step: next?.step ?? null,
    next_due_at: next?.dueAt ?? null,
    next_started_at: next?.startedAt ?? null,
    next_minutes: next ? lengthOf(calendar, next) : null,
    next_paused_until: paused ? known(() => pauseEnd(calendar, paused)) : null,
    next_warn_at: warnings.length > 0 ? new Date(Math.min(...warnings)) : null,
    paused_since: pauses[0]?.from ?? null,
    closes_at: running.find(({ step }) => step === 'closing')?.dueAt ?? null,
  }
}

/** A clock as `readClock` takes it. */
export function readable(calendar: ClockTerms['calendar'], clock: Clock): ClockRead {
  const { startedAt, dueAt, stoppedAt } = clock
  const paused = openPause(clock)
  return {
    startedAt,
    dueAt,
    stoppedAt,
    minutes: lengthOf(calendar, clock),
    pausedUntil: paused ? known(() => pauseEnd(calendar, paused)) : null,
    ...(stoppedAt && { inTime: inTime(clock) }),
  }
}

/** What an event keeps of clocks that began or moved: small, for there are many of them. */
export const begunInShort = (begun: readonly Clock[]): { step: string; dueAt: Date | null }[] =>
  begun.map(({ step, dueAt }) => ({ step, dueAt }))

/** What an event keeps of clocks that stopped, as it was known then. Minutes are working minutes, pauses included. */
export const stoppedInShort = ({ calendar }: Pick<ClockTerms, 'calendar'>, stopped: readonly Clock[]) =>
  stopped.map((clock) => ({
    step: clock.step,
    dueAt: clock.dueAt,
    inTime: inTime(clock),
    workingMinutes: known(() =>
      clock.stoppedAt ? Math.floor(workingMinutesBetween(calendar, clock.startedAt, clock.stoppedAt)) : null,
    ),
    pausedMinutes: Math.floor(countedPauses(calendar, clock).reduce((sum, { minutes }) => sum + minutes, 0)),
  }))
