import type { SlaRule } from './sla-rule.ts'

interface Dated {
  from: string
}

/** What holds on a day, what comes later, and what held before, each the latest first. `about` tells alike ones. */
export function inTimeOrder<Rule extends Dated>(
  rules: readonly Rule[],
  about: (rule: Rule) => string,
  day: string,
): { now: Rule[]; coming: Rule[]; former: Rule[] } {
  const begun = rules.filter(({ from }) => from <= day)
  const now = [...Map.groupBy(begun, about).values()].flatMap((alike) => alike.toSorted(latestFirst)[0] ?? [])
  return {
    now,
    coming: rules.filter(({ from }) => from > day).toSorted((a, b) => -latestFirst(a, b)),
    former: begun.filter((rule) => !now.includes(rule)).toSorted(latestFirst),
  }
}

const latestFirst = (a: Dated, b: Dated): number => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)

/** What a limit is about: two alike follow each other, any others hold beside each other. */
export const subjectKey = ({ step, kind, class: depth, agencyId }: SlaRule): string =>
  [step, kind, depth, agencyId].join(' ')
