import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { dayInWib } from '../platform/time.ts'
import type { CaseState } from './case.ts'
import type { Clock, ClockPause, StopCause } from './clock.ts'
import { countEnd } from './clock-end.ts'
import { type ClockStep, type RuleSubject, ruleFor, type SlaRule } from './sla-rule.ts'

/**
 * What moves clocks. An answer on its way, or a machine's "we have received it", is none.
 *
 * `citizen`: a word of the citizen. `agency`: a public reply of a person. `triage`: the agency decided what to do with
 * the case (LAPOR!'s outcomes). `follow-up`: something was done about it. `passage`: it went to another agency.
 * `closing`: it was closed. `pause` and `resume`: clocks of `steps` stand still, for a stated reason.
 */
export type ClockEvent = { at: Date } & (
  | { by: 'citizen' | 'triage' | 'follow-up' | 'closing' | 'resume' }
  | { by: 'agency'; final: boolean }
  | { by: 'passage'; from: string; to: string }
  | { by: 'pause'; reason: string; limitDays: number; steps: readonly string[]; endsByWord: boolean }
)

export interface ClockTerms {
  rules: readonly SlaRule[]
  calendar: WorkingCalendar
}

export interface Derived {
  clocks: Clock[]
  state: CaseState
  /** What ended a pause whose end was not told. */
  pauseEnded: { at: Date; how: 'word' | 'answered' | 'passed-on' | 'closed' } | null
}

/** The clocks of the citizen, which begin anew with a word after the final answer. */
const fromWord = ['first-reply', 'final-answer', 'citizen-wait'] as const
/** The clocks of an agency, which begin when a case comes to it. */
const fromArrival = ['triage', 'follow-up'] as const

/** What no pause holds up: the citizen hears something, the case finds its desk, and waiting is waiting. */
export const neverPaused: readonly string[] = ['first-reply', 'triage', 'citizen-wait', 'closing']

/**
 * All clocks of a case and the state they leave it in, from its events alone (issue 4, product.md 5).
 *
 * A word starts the citizen's clocks unless they run. A reply stops the first, a final answer all of them; the case
 * then closes by itself after its time, unless a word comes. Passing a case on starts the clocks of the agency it goes
 * to and never the citizen's. Closing stops what runs.
 */
export function deriveClocks(terms: ClockTerms, subject: RuleSubject, events: readonly ClockEvent[]): Derived {
  const clocks: Draft[] = []
  const running = new Map<ClockStep, Draft>()
  const told = inOrder(events)
  let agencyId = told.find((event) => event.by === 'passage')?.from ?? subject.agencyId
  let closed = false
  let pause: { endsByWord: boolean } | null = null
  let pauseEnded: Derived['pauseEnded'] = null

  const start = (step: ClockStep, at: Date, ofAgency: string | null): void => {
    const clock = beginClock(terms, { ...subject, agencyId: ofAgency ?? subject.agencyId }, step, at, ofAgency)
    clocks.push(clock)
    running.set(step, clock)
  }
  const stop = (at: Date, by: StopCause, ...steps: ClockStep[]): void => {
    for (const step of steps) {
      const clock = running.get(step)
      if (!clock) continue
      endPause(clock, at)
      Object.assign(clock, { stoppedAt: at, stoppedBy: by })
      running.delete(step)
    }
  }
  const resume = (at: Date, how: NonNullable<Derived['pauseEnded']>['how'] | 'told'): void => {
    for (const clock of running.values()) endPause(clock, at)
    if (how === 'told') pauseEnded = null
    else if (pause) pauseEnded = { at, how }
    pause = null
  }

  for (const event of told) {
    const { at } = event
    switch (event.by) {
      case 'citizen': {
        if (pause?.endsByWord) resume(at, 'word')
        stop(at, 'word', 'closing')
        if (!running.has('final-answer')) {
          const isFirst = clocks.length === 0
          for (const step of fromWord) start(step, at, null)
          if (isFirst) for (const step of fromArrival) start(step, at, agencyId)
        }
        closed = false
        break
      }
      case 'agency': {
        stop(at, 'reply', 'first-reply')
        stop(at, event.final ? 'answer' : 'reply', 'triage')
        if (!event.final || !running.has('final-answer')) break
        resume(at, 'answered')
        stop(at, 'answer', 'final-answer', 'agency-answer', 'citizen-wait', 'follow-up')
        start('closing', at, null)
        break
      }
      case 'triage':
      case 'follow-up':
        stop(at, event.by, event.by)
        break
      case 'passage': {
        resume(at, 'passed-on')
        stop(at, 'passage', 'triage', 'follow-up', 'agency-answer')
        agencyId = event.to
        if (running.has('final-answer'))
          for (const step of [...fromArrival, 'agency-answer'] as const) start(step, at, agencyId)
        break
      }
      case 'closing':
        resume(at, 'closed')
        stop(at, 'closing', ...running.keys())
        closed = true
        break
      case 'pause':
        pause = { endsByWord: event.endsByWord }
        pauseEnded = null
        for (const clock of running.values())
          if (event.steps.includes(clock.step) && !neverPaused.includes(clock.step))
            clock.pauses.push({ reason: event.reason, from: at, to: null, limitDays: event.limitDays })
        break
      case 'resume':
        resume(at, 'told')
    }
  }
  const waits = running.has('first-reply') ? 'open' : running.has('final-answer') ? 'replied' : 'answered'
  return {
    clocks: clocks.map((clock) => ({ ...clock, ...countEnd(terms.calendar, clock) })),
    state: closed ? 'closed' : waits,
    pauseEnded,
  }
}

/** A clock while the events are read; its end is counted when all pauses are known. */
type Draft = Omit<Clock, 'pauses'> & { pauses: ClockPause[] }

function endPause(clock: Draft, at: Date): void {
  const last = clock.pauses.at(-1)
  if (last && last.to === null) last.to = at
}

/**
 * By time; of the same instant, as they were told. Nothing about a case precedes the word that opened it: what seems to
 * (a server's clock was set back) counts as just after it.
 */
function inOrder(events: readonly ClockEvent[]): ClockEvent[] {
  const words = events.filter(({ by }) => by === 'citizen').map(({ at }) => at.getTime())
  const first = Math.min(...words)
  const order = (event: ClockEvent): number => Number(event.by !== 'citizen' || event.at.getTime() !== first)
  return events
    .map((event) => (event.at.getTime() < first ? { ...event, at: new Date(first) } : event))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.at.getTime() === first ? order(a) - order(b) : 0))
}

function beginClock(
  { rules }: ClockTerms,
  subject: RuleSubject,
  step: ClockStep,
  startedAt: Date,
  agencyId: string | null,
): Draft {
  return {
    step,
    agencyId,
    ...limitOf(rules, subject, step, startedAt),
    startedAt,
    dueAt: null,
    unknownYear: null,
    stoppedAt: null,
    stoppedBy: null,
    pauses: [],
    told: 0,
    former: [],
  }
}

/**
 * What limits a step that began at this instant. An agency that was passed a case has as long as anybody has for the
 * final answer, unless a rule of its own says otherwise. Throws where the answer itself has no rule: that is an empty
 * rule table.
 */
export function limitOf(
  rules: readonly SlaRule[],
  subject: RuleSubject,
  step: ClockStep,
  startedAt: Date,
): Pick<Clock, 'ruleId' | 'unit' | 'amount'> {
  const day = dayInWib(startedAt)
  const own = ruleFor(rules, step, subject, day)
  const rule = own ?? (step === 'agency-answer' ? ruleFor(rules, 'final-answer', subject, day) : undefined)
  if (!rule && step === 'final-answer') throw new Error(`no SLA rule for ${step} of ${subject.kind} on ${day}`)
  return rule ? { ruleId: rule.id, unit: rule.unit, amount: rule.amount } : { ruleId: null, unit: 'days', amount: null }
}
