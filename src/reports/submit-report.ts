import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { KeptReport } from './data/report-rows.ts'
import { refuseToHandIn } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale, takeStep } from './take-step.ts'

/** The operator hands the report to the head of agency. The state stays what it was: it is not submitted yet. */
export async function submitReport(ctx: Ctx, input: ReportRef): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.write', report.agencyId) ??
      refuseToHandIn(report, ctx.now) ??
      (await refuseStale(ctx, report, input))
    return refusal ?? takeStep(ctx, report, 'handed-in')
  })
}
