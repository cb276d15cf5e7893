import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { composeReport } from './compose-report.ts'
import type { KeptReport } from './data/report-rows.ts'
import { fingerprint } from './report.ts'
import { refuseToApprove } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale, takeStep } from './take-step.ts'

/** The head approves what stands there now, and with that submits it to Diskominfostandi. */
export async function approveReport(ctx: Ctx, input: ReportRef): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.approve', report.agencyId) ??
      refuseToApprove(report) ??
      (await refuseStale(ctx, report, input))
    if (refusal) return refusal
    const { parts } = await composeReport(ctx, report)
    return takeStep(ctx, report, 'approved', { fingerprint: fingerprint(parts) })
  })
}
