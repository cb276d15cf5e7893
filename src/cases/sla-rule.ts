import type { CaseClass, CaseKind } from './case.ts'

/** Steps that have a clock, in the order people go through them. */
export const clockSteps = {
  'first-reply': 'Balasan publik pertama',
  triage: 'Verifikasi atau penerusan',
  'follow-up': 'Tindak lanjut pertama',
  'final-answer': 'Jawaban akhir',
  'agency-answer': 'Jawaban oleh perangkat daerah ini',
  'citizen-wait': 'Warga menunggu',
  closing: 'Penutupan otomatis',
} as const
export type ClockStep = keyof typeof clockSteps
export const isClockStep = (text: string): text is ClockStep => Object.hasOwn(clockSteps, text)

/** All steps a rule can set a time for. `overdue`: how long after an end that was missed it is told once more. */
export const ruleSteps = { ...clockSteps, overdue: 'Peringatan sesudah batas waktu terlewati' } as const
export type RuleStep = keyof typeof ruleSteps
export const isRuleStep = (text: string): text is RuleStep => Object.hasOwn(ruleSteps, text)

/** Working days end with the office day; working minutes end to the minute. */
export const limitUnits = { days: 'hari kerja', minutes: 'menit kerja' } as const
export type LimitUnit = keyof typeof limitUnits
export const isLimitUnit = (text: string): text is LimitUnit => Object.hasOwn(limitUnits, text)

/** `5 hari kerja`. */
export const limitWords = ({ amount, unit }: { amount: number; unit: LimitUnit }): string =>
  `${amount} ${limitUnits[unit]}`

/** A time limit from a WIB day on; null stands for every kind, class or agency. */
export interface SlaRule {
  id: string
  step: string
  kind: CaseKind | null
  class: CaseClass | null
  agencyId: string | null
  unit: LimitUnit
  amount: number
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
  const key = `${step} ${subject.kind} ${subject.class} ${subject.agencyId} ${day}`
  const known = asked.get(rules) ?? new Map<string, SlaRule | undefined>()
  asked.set(rules, known)
  if (known.has(key)) return known.get(key)
  const found = closest(rules, step, subject, day)
  known.set(key, found)
  return found
}

/** The same is asked for thousands of cases when all are counted anew. */
const asked = new WeakMap<readonly SlaRule[], Map<string, SlaRule | undefined>>()

function closest(rules: readonly SlaRule[], step: string, subject: RuleSubject, day: string): SlaRule | undefined {
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
