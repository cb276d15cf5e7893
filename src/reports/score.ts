import type { ReportRule, ScoreWeights } from './report-rule.ts'

/** What the score looks at, of one agency and month. Null: not known, or nothing to measure. */
export interface ScoreInput {
  /** `open`: not handed in, but not due yet either. */
  report: 'in-time' | 'late' | 'missing' | 'open'
  /** Items published. */
  published: number | null
  kind: string
  /** Percent of the known checks in which the site could be reached. */
  up: number | null
  /** Messages of the month that were due, answered within their limit, in percent. */
  inTime: number | null
}

export type ScorePart = keyof ScoreWeights

export interface Score {
  /** 0 to 100, one digit; null when too little is known to be fair. */
  points: number | null
  /** Share of the weights that is known, in percent. */
  known: number
  /** 0 to 1 each; null is unknown. */
  parts: Record<ScorePart, number | null>
}

const ofReport = { 'in-time': 1, late: 0.5, missing: 0, open: null } as const

/**
 * The mean of what is known, by weight. The unknown neither helps nor harms: it leaves the mean, and when more than
 * the rule allows is unknown there is no score. More items than expected count no more than the expected ones, so
 * that flooding a site gains nothing.
 */
export function score(input: ScoreInput, rule: ReportRule): Score {
  const expected = rule.expectedItems[input.kind] ?? rule.expectedItems.default ?? 1
  const parts = {
    report: ofReport[input.report],
    content: input.published === null ? null : Math.min(1, input.published / expected),
    availability: input.up === null ? null : input.up / 100,
    answers: input.inTime === null ? null : input.inTime / 100,
  }
  let sum = 0
  let known = 0
  let all = 0
  for (const part of scoreParts) {
    const value = parts[part]
    all += rule.weights[part]
    if (value === null) continue
    known += rule.weights[part]
    sum += value * rule.weights[part]
  }
  const share = all === 0 ? 0 : (known / all) * 100
  const enough = known > 0 && share >= rule.knownAtLeast
  return { points: enough ? Math.round((sum / known) * 1000) / 10 : null, known: Math.round(share), parts }
}

export const scoreParts = ['report', 'content', 'availability', 'answers'] as const

/** The part that costs the most points; null when nothing known falls short. */
export function weakest({ parts }: Score, { weights }: ReportRule): ScorePart | null {
  const lost = scoreParts.map((part) => ({ part, points: (1 - (parts[part] ?? 1)) * weights[part] }))
  const [most] = lost.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return most?.part ?? null
}

/**
 * The best and those to help, never the same agency in both: with few agencies each list gets a half. Nobody with
 * full points is said to need help. Equal points: the one of whom more is known first, then by id.
 */
export function rank<T extends { agencyId: string; score: Score }>(
  all: readonly T[],
  most = 5,
): { best: T[]; help: T[] } {
  const ranked = all.filter(({ score }) => score.points !== null).sort(byScore)
  const best = ranked.slice(0, Math.min(most, Math.floor(ranked.length / 2)))
  const help = ranked
    .slice(best.length)
    .filter(({ score }) => (score.points ?? 0) < 100)
    .reverse()
  return { best, help: help.slice(0, most) }
}

const byScore = (a: { agencyId: string; score: Score }, b: { agencyId: string; score: Score }): number =>
  (b.score.points ?? 0) - (a.score.points ?? 0) || b.score.known - a.score.known || (a.agencyId < b.agencyId ? -1 : 1)
