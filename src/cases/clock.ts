import type { ClockStep, LimitUnit } from './sla-rule.ts'

/** What stopped a clock. `void`: what began it is no longer part of the case. */
export type StopCause = 'reply' | 'answer' | 'triage' | 'follow-up' | 'passage' | 'word' | 'closing' | 'void'

/** A time in which a clock stood still. Its limit is in working days, counted by the calendar like everything else. */
export interface ClockPause {
  /** Name of the reason, for people. */
  reason: string
  from: Date
  /** Null: it runs until its limit. */
  to: Date | null
  limitDays: number
}

/** An end that no longer holds, until when it did, and why. */
export interface FormerEnd {
  dueAt: Date | null
  until: Date
  reason: string
}

/** From a start to an end under one limit, in working time; stopped by what it waits for (issue 4). */
export interface Clock {
  step: ClockStep
  /** Whose clock it is; null: the citizen's, whichever agency holds the case. */
  agencyId: string | null
  /** Null where no rule sets a limit: then it only shows how long something takes. */
  ruleId: string | null
  unit: LimitUnit
  amount: number | null
  startedAt: Date
  /** Null without a limit, and where the count needs a year whose days off are not decreed: `unknownYear` says which. */
  dueAt: Date | null
  unknownYear: number | null
  stoppedAt: Date | null
  stoppedBy: StopCause | null
  pauses: readonly ClockPause[]
  /** The highest level (see warning.ts) that has been told; 0: none. */
  told: number
  former: readonly FormerEnd[]
}

export const isRunning = ({ stoppedAt }: Pick<Clock, 'stoppedAt'>): boolean => stoppedAt === null

/** The pause in which a clock stands still, or stood until its limit. */
export const openPause = ({ pauses }: Pick<Clock, 'pauses'>): ClockPause | undefined =>
  pauses.find(({ to }) => to === null)

/** Steps whose end is a promise to be kept. A case that closes by itself after its time breaks none. */
export const isPromise = ({ step, amount }: Pick<Clock, 'step' | 'amount'>): boolean =>
  step !== 'closing' && amount !== null

/**
 * Whether a stopped clock stopped by its end; null while it runs, when its end is unknown, and when it stopped before
 * its end by something other than what it waits for (closed as an advertisement, gone to another agency).
 */
export function inTime({
  step,
  dueAt,
  stoppedAt,
  stoppedBy,
}: Pick<Clock, 'step' | 'dueAt' | 'stoppedAt' | 'stoppedBy'>): boolean | null {
  if (dueAt === null || stoppedAt === null || stoppedBy === 'void') return null
  if (stoppedAt > dueAt) return step === 'closing' ? null : false
  const dropped = stoppedBy === 'closing' ? step !== 'triage' : stoppedBy === 'passage' && step !== 'triage'
  return dropped || stoppedBy === 'word' ? null : true
}

/** The running clock that ends next; one whose end is unknown comes last, and of two alike the citizen's first. */
export const nextClock = (clocks: readonly Clock[]): Clock | undefined =>
  clocks
    .filter((clock) => isRunning(clock) && isPromise(clock))
    .sort((a, b) => endOf(a) - endOf(b) || rank(a) - rank(b))[0]

const endOf = ({ dueAt }: Clock): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER
const order: readonly ClockStep[] = [
  'first-reply',
  'final-answer',
  'citizen-wait',
  'triage',
  'follow-up',
  'agency-answer',
]
const rank = ({ step }: Clock): number => order.indexOf(step)
