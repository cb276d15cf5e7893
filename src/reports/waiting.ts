import { may, scopeOf } from '../agencies/policy.ts'
import type { Waiting } from '../platform/area.ts'
import { workingDaysBetween } from '../platform/calendar/due-after.ts'
import { findCalendar } from '../platform/calendar/find-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { addMonths, formatMonth, monthInWib } from '../platform/time.ts'
import { type KeptReport, readReports } from './data/report-rows.ts'
import { findRule } from './find-rule.ts'
import { nextSteps } from './next-steps.ts'
import { reportPaths } from './paths.ts'
import { awaitsHead } from './report-state.ts'

/** Reports that wait for this person: the agency's own, one line each; for Diskominfostandi one line for all. */
export async function reportsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx
  const reports = (await readReports(ctx, { agencies: scopeOf(actor, 'report.read') })).filter(
    ({ month }) => month < monthInWib(now),
  )
  const lines: Waiting[] = []
  for (const report of reports) {
    const steps = nextSteps(actor, report, now)
    const { agencyId: agency, month } = report
    const href = reportPaths.report.href({ agency, month })
    const urgent = await isUrgent(ctx, report)
    const words = `laporan ${formatMonth(month)}`
    if (steps.includes('hand-in')) lines.push({ text: `Lengkapi dan ajukan ${words}`, href, count: 1, urgent })
    if (steps.includes('approve') && awaitsHead(report))
      lines.push({ text: `Setujui ${words}`, href, count: 1, urgent })
  }
  return [...lines, ...atComms(ctx, reports)]
}

function atComms(ctx: Ctx, reports: readonly KeptReport[]): Waiting[] {
  if (!may(ctx.actor, 'report.receive')) return []
  const open = reports.filter((report) => {
    const steps = nextSteps(ctx.actor, report, ctx.now)
    return steps.includes('receive') || steps.includes('accept')
  })
  const last = addMonths(monthInWib(ctx.now), -1)
  return [...Map.groupBy(open, ({ month }) => month)].map(([month, ofMonth]) => ({
    text: `Periksa laporan ${formatMonth(month)}`,
    href: reportPaths.reports.href({}, { bulan: month }),
    count: ofMonth.length,
    urgent: month < last,
  }))
}

/** Reminders begin so many working days before the due date, and do not end before the report is in. */
async function isUrgent(ctx: Ctx, { month, dueAt }: KeptReport): Promise<boolean> {
  if (dueAt === null) return false
  if (ctx.now >= dueAt) return true
  const { urgentBeforeDays } = await findRule(ctx, month)
  return workingDaysBetween(await findCalendar(ctx), ctx.now, dueAt) <= urgentBeforeDays
}
