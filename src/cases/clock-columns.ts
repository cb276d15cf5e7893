import type { Clock } from './clock.ts'
import { writeClocks } from './data/clock-json.ts'
import { type NextClock, nextOf } from './keep-clocks.ts'
import type { ClockTerms } from './sla-clock.ts'
import type { RuleSubject } from './sla-rule.ts'

/** The columns of a case about its clocks, as they are written. */
export const clockColumns = (
  terms: ClockTerms,
  subject: RuleSubject,
  clocks: readonly Clock[],
): NextClock & { clocks: string } => ({ clocks: writeClocks(clocks), ...nextOf(terms, subject, clocks) })
