import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { addMonths, isMonth, monthInWib } from '../platform/time.ts'
import { composeRecap } from './compose-recap.ts'
import { readRecap, readRecaps } from './data/recap-rows.ts'
import { readReports } from './data/report-rows.ts'
import { findReportsOfMonth, type ReportLine } from './find-reports.ts'
import type { CityRecap } from './recap.ts'

/** What an actor may see of the recap of a month. */
export interface RecapView {
  month: string
  /** The newest forwarded edition; Diskominfostandi sees the next one in the making. Null: only the state is shown. */
  recap: CityRecap | null
  /** Number of the newest forwarded edition, 0 if none. */
  forwarded: number
  /** How far the report of each agency has come. */
  lines: ReportLine[]
}

/** Throws `Missing` for those without the recap, and for months that are not over. */
export async function findRecap(ctx: Ctx, month: string): Promise<RecapView> {
  if (!may(ctx.actor, 'recap.read') || !isMonth(month) || month >= monthInWib(ctx.now) || month < firstMonth)
    throw new Missing(`recap ${month}`)
  const [sent, lines] = await Promise.all([readRecap(ctx, month), findReportsOfMonth(ctx, month)])
  const unsent = sent === undefined || lines.some(({ state }) => state === 'accepted')
  const draft = may(ctx.actor, 'report.receive') && unsent ? await composeRecap(ctx, month) : null
  return { month, recap: draft ?? sent ?? null, forwarded: sent?.edition ?? 0, lines }
}

/** The month of the instruction: nothing is asked of anybody before. */
const firstMonth = '2017-03'

export interface RecapLine {
  month: string
  /** 0: not forwarded. */
  edition: number
  forwardedAt: Date | null
  /** How many agencies have submitted. */
  reports: number
}

/** One line per month that has reports, newest first. */
export async function findRecaps(ctx: Ctx): Promise<RecapLine[]> {
  if (!may(ctx.actor, 'recap.read')) throw new Missing('recaps')
  const [sent, reports] = await Promise.all([readRecaps(ctx), readReports(ctx, { agencies: 'all' })])
  const last = addMonths(monthInWib(ctx.now), -1)
  const months = new Set([last, ...sent.map(({ month }) => month), ...reports.map(({ month }) => month)])
  return [...months]
    .filter((month) => month <= last)
    .sort()
    .reverse()
    .map((month) => {
      const edition = sent.find((one) => one.month === month)
      const submitted = reports.filter(
        (one) => one.month === month && one.steps.some(({ step }) => step === 'approved'),
      )
      return {
        month,
        edition: edition?.edition ?? 0,
        forwardedAt: edition?.forwardedAt ?? null,
        reports: submitted.length,
      }
    })
}
