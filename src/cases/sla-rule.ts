import type { CaseClass, CaseKind } from './case.ts'

/** Steps that have a clock, in the order they end. */
export const clockSteps = { 'first-reply': 'Balasan publik pertama', 'final-answer': 'Jawaban akhir' } as const
export type ClockStep = keyof typeof clockSteps
export const isClockStep = (text: string): text is ClockStep => Object.hasOwn(clockSteps, text)

/** All steps a rule can set a time for. `closing`: how long the citizen may still come back after the final answer. */
export const ruleSteps: Readonly<Record<string, string>> = { ...clockSteps, closing: 'Penutupan setelah jawaban akhir' }

/** A time limit in working days from a WIB day on; null stands for every kind, class or agency. */
export interface SlaRule {
  id: string
  step: string
  kind: CaseKind | null
  class: CaseClass | null
  agencyId: string | null
  days: number
  basis: string
  from: string
}

export interface RuleSubject {
  kind: CaseKind
  class: CaseClass
  agencyId: string
}

/**
 * The rule for a step on a WIB day: the one that names most of the case, and of those the latest. What came before
 * there was any rule (an old post, found when an account is connected) is held to the first.
 */
export function ruleFor(
  rules: readonly SlaRule[],
  step: string,
  subject: RuleSubject,
  day: string,
): SlaRule | undefined {
  const fitting = rules.filter((rule) => rule.step === step && fits(rule, subject))
  const holding = fitting.filter((rule) => rule.from <= day)
  if (holding.length === 0) return fitting.sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  return holding.sort((a, b) => closeness(b) - closeness(a) || (a.from < b.from ? 1 : -1))[0]
}

const fits = (rule: SlaRule, { kind, class: depth, agencyId }: RuleSubject): boolean =>
  (rule.kind === null || rule.kind === kind) &&
  (rule.class === null || rule.class === depth) &&
  (rule.agencyId === null || rule.agencyId === agencyId)

const closeness = (rule: SlaRule): number =>
  Number(rule.agencyId !== null) * 4 + Number(rule.class !== null) * 2 + Number(rule.kind !== null)
