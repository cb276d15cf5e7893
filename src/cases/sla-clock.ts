import { dueAfterDays } from '../platform/calendar/due-after.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { dayInWib } from '../platform/time.ts'
import type { CaseState } from './case.ts'
import { type ClockStep, clockSteps, type RuleSubject, ruleFor, type SlaRule } from './sla-rule.ts'

/** What moves clocks: a word of the citizen, an answer that became public, or a closing without one. */
export type ClockEvent =
  | { by: 'citizen'; at: Date }
  | { by: 'agency'; at: Date; final: boolean }
  | { by: 'closing'; at: Date }

export interface Clock {
  step: ClockStep
  ruleId: string
  days: number
  startedAt: Date
  /** Null where the count needs a year whose days off are not decreed: then `unknownYear` says which. */
  dueAt: Date | null
  unknownYear: number | null
  stoppedAt: Date | null
}

export interface ClockTerms {
  rules: readonly SlaRule[]
  calendar: WorkingCalendar
}

/**
 * All clocks of a case and the state they leave it in, from its events alone.
 *
 * A citizen's word starts both clocks unless they run; a public reply stops the first one, a final answer both; a word
 * after a final answer starts them again. Closing without an answer drops what runs. An answer on its way, or a machine's "we have received it", is no event.
 */
export function deriveClocks(
  terms: ClockTerms,
  subject: RuleSubject,
  events: readonly ClockEvent[],
): { clocks: Clock[]; state: Exclude<CaseState, 'closed'> } {
  let clocks: Clock[] = []
  const running = new Map<ClockStep, Clock>()
  const stop = (step: ClockStep, at: Date): void => {
    const clock = running.get(step)
    if (clock) clock.stoppedAt = at
    running.delete(step)
  }
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (event.by === 'closing') {
      clocks = clocks.filter(({ stoppedAt }) => stoppedAt !== null)
      running.clear()
    } else if (event.by === 'agency') {
      stop('first-reply', event.at)
      if (event.final) stop('final-answer', event.at)
    } else if (!running.has('final-answer')) {
      for (const clock of startClocks(terms, subject, event.at)) {
        clocks.push(clock)
        running.set(clock.step, clock)
      }
    }
  }
  return { clocks, state: running.has('first-reply') ? 'open' : running.has('final-answer') ? 'replied' : 'answered' }
}

/** The clocks that a citizen's word starts. Throws where a step has no rule at all: that is an empty rule table. */
export function startClocks({ rules, calendar }: ClockTerms, subject: RuleSubject, startedAt: Date): Clock[] {
  return (Object.keys(clockSteps) as ClockStep[]).map((step) => {
    const rule = ruleFor(rules, step, subject, dayInWib(startedAt))
    if (!rule) throw new Error(`no SLA rule for ${step} of ${subject.kind} on ${dayInWib(startedAt)}`)
    return {
      step,
      ruleId: rule.id,
      days: rule.days,
      startedAt,
      stoppedAt: null,
      ...due(calendar, startedAt, rule.days),
    }
  })
}

/** End of the n-th office day, or the year that is missing: a case is taken in all the same. */
export function due(
  calendar: WorkingCalendar,
  from: Date,
  days: number,
): { dueAt: Date; unknownYear: null } | { dueAt: null; unknownYear: number } {
  try {
    return { dueAt: dueAfterDays(calendar, from, days), unknownYear: null }
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error
    return { dueAt: null, unknownYear: error.year }
  }
}

/** The running clock that ends next; one whose end is unknown comes last. */
export const nextClock = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.filter(({ stoppedAt }) => stoppedAt === null).sort((a, b) => endOf(a) - endOf(b))[0]

const endOf = ({ dueAt }: Clock): number => dueAt?.getTime() ?? Number.POSITIVE_INFINITY

/** Whether a stopped clock stopped by its end; null while it runs, or when its end is unknown. */
export const inTime = ({ dueAt, stoppedAt }: Pick<Clock, 'dueAt' | 'stoppedAt'>): boolean | null =>
  dueAt === null || stoppedAt === null ? null : stoppedAt <= dueAt
