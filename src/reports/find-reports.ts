import { type Agency, isReporting } from '../agencies/agency.ts'
import { findAgencies, findAgency } from '../agencies/find-agencies.ts'
import { may, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { addDays, addMonths, dayInWib } from '../platform/time.ts'
import { dueDates, type KeptReport, readReports } from './data/report-rows.ts'
import { isLate, type ReportState, stateOf } from './report-state.ts'

/** One line of the lists: whether there is a report and how far it has come. */
export interface ReportLine {
  agency: Pick<Agency, 'id' | 'name' | 'abbreviation' | 'kind'>
  month: string
  state: ReportState
  late: boolean
  dueAt: Date | null
  /** Null: nobody has opened one. */
  report: KeptReport | null
}

/** The kept report, for those who may see it. Throws `Missing`. */
export async function findReport(ctx: Ctx, agencyId: string, month: string): Promise<KeptReport> {
  if (!may(ctx.actor, 'report.read', agencyId)) throw new Missing(`report ${agencyId} ${month}`)
  const [found] = await readReports(ctx, { months: [month], agencies: [agencyId] })
  if (!found) throw new Missing(`report ${agencyId} ${month}`)
  return found
}

/** A line for each agency that owes a report of `month` and that the actor may see, reports not opened included. */
export async function findReportsOfMonth(ctx: Ctx, month: string): Promise<ReportLine[]> {
  const scope = scopeOf(ctx.actor, 'report.read')
  const [agencies, reports, due] = await Promise.all([
    findAgencies(ctx, lastDayOf(month)),
    readReports(ctx, { months: [month], agencies: scope }),
    dueDates(ctx, [month]),
  ])
  const byAgency = new Map(reports.map((report) => [report.agencyId, report]))
  return agencies
    .filter((agency) => isReporting(agency) && (scope === 'all' || scope.includes(agency.id)))
    .map((agency) => line(ctx, agency, month, due.get(month) ?? null, byAgency.get(agency.id)))
}

/** The last `count` full months of one agency, newest first. Throws `Missing`. */
export async function findReportsOfAgency(ctx: Ctx, agencyId: string, count = 12): Promise<ReportLine[]> {
  if (!may(ctx.actor, 'report.read', agencyId)) throw new Missing(`reports of ${agencyId}`)
  const months = lastMonths(ctx.now, count)
  const [agency, reports, due] = await Promise.all([
    findAgency(ctx, agencyId),
    readReports(ctx, { agencies: [agencyId] }),
    dueDates(ctx, months),
  ])
  const byMonth = new Map(reports.map((report) => [report.month, report]))
  // Months before the first report belong to the time before Kentongan: nobody is called missing for them.
  const first = reports.at(-1)?.month ?? months[0] ?? ''
  return months
    .filter((month) => month >= first)
    .map((month) => line(ctx, agency, month, due.get(month) ?? null, byMonth.get(month)))
}

/** The last full WIB months, newest first. */
export function lastMonths(now: Date, count: number): string[] {
  const present = dayInWib(now).slice(0, 7)
  return Array.from({ length: count }, (_, i) => addMonths(present, -1 - i))
}

/** The last WIB day of a month: a report keeps the names of that day. */
export const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1)

function line(
  ctx: Ctx,
  agency: ReportLine['agency'],
  month: string,
  dueAt: Date | null,
  report: KeptReport | undefined,
): ReportLine {
  const progress = report ?? { month, dueAt, steps: [] }
  return {
    agency,
    month,
    state: stateOf(progress, ctx.now),
    late: isLate(progress, ctx.now),
    dueAt,
    report: report ?? null,
  }
}
