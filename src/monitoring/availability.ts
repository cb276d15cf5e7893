import { dayInWib } from '../platform/time.ts'

/** What one scan said: the site answered, it did not, or we cannot tell (our network, a bot wall, robots.txt). */
export type ScanOutcome = 'up' | 'down' | 'unknown'

export interface Check {
  at: Date
  outcome: ScanOutcome
  cause: string | null
}

/** Tries at different hours that must fail before a day counts as down. */
export const triesBeforeDown = 3

/**
 * The verdict on one WIB day. Down: at least three tries at different hours failed, more than succeeded. Up: some try
 * succeeded otherwise. Unknown: everything else; such a day is left out of the percentage and shown. Pure.
 */
export function dayVerdict(checks: readonly Check[]): ScanOutcome {
  const failed = checks.filter(({ outcome }) => outcome === 'down')
  const hours = new Set(failed.map(({ at }) => at.toISOString().slice(0, 13)))
  const up = checks.filter(({ outcome }) => outcome === 'up').length
  if (hours.size >= triesBeforeDown && failed.length > up) return 'down'
  return up > 0 ? 'up' : 'unknown'
}

/** A stretch of failed tries with no success between them; `to` is the success that ended it, null while it lasts. */
export interface Outage {
  from: Date
  to: Date | null
  cause: string
}

export interface Availability {
  checks: number
  /** Days of each verdict. */
  up: number
  down: number
  unknown: number
  /** Of the days that are known; null when none is. One decimal. */
  upPercent: number | null
  outages: Outage[]
  days: { day: string; verdict: ScanOutcome; checks: number }[]
}

/** Availability over `days` (WIB, `YYYY-MM-DD`), from checks in order of time. Pure. */
export function availability(days: readonly string[], checks: readonly Check[]): Availability {
  const byDay = Map.groupBy(checks, ({ at }) => dayInWib(at))
  const verdicts = days.map((day) => {
    const ofDay = byDay.get(day) ?? []
    return { day, verdict: dayVerdict(ofDay), checks: ofDay.length }
  })
  const count = (verdict: ScanOutcome) => verdicts.filter((one) => one.verdict === verdict).length
  const [up, down] = [count('up'), count('down')]
  const upPercent = up + down === 0 ? null : Math.round((up / (up + down)) * 1000) / 10
  const total = verdicts.reduce((sum, one) => sum + one.checks, 0)
  return { checks: total, up, down, unknown: count('unknown'), upPercent, outages: outagesOf(checks), days: verdicts }
}

/** Only stretches of at least three failed tries: one missed answer is a hiccup. */
function outagesOf(checks: readonly Check[]): Outage[] {
  const outages: (Outage & { tries: number })[] = []
  let open: (Outage & { tries: number }) | null = null
  for (const { at, outcome, cause } of checks) {
    if (outcome === 'down' && open) open.tries++
    else if (outcome === 'down') {
      open = { from: at, to: null, cause: cause ?? '', tries: 1 }
      outages.push(open)
    } else if (outcome === 'up' && open) {
      open.to = at
      open = null
    }
  }
  return outages.filter(({ tries }) => tries >= triesBeforeDown).map(({ from, to, cause }) => ({ from, to, cause }))
}
