/** The rule of a month: a row with a valid-from date, held by Diskominfostandi (product.md 5, P). */
export interface ReportRule {
  validFrom: string
  /** Due at the office end of this working day of the next month. */
  dueWorkingDay: number
  /** Items a month that count as a lively site, by agency kind; `default` for kinds not named (freshness, S). */
  expectedItems: Readonly<Record<string, number>>
  weights: ScoreWeights
  /** Share of the weights, in percent, that must be known before an agency is ranked at all. */
  knownAtLeast: number
}

export interface ScoreWeights {
  report: number
  content: number
  availability: number
  answers: number
}
