import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { KeptReport } from './data/report-rows.ts'
import { refuseToMove } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale, takeStep } from './take-step.ts'

/** Diskominfostandi confirms that the report has arrived and is being looked at. */
export async function receiveReport(ctx: Ctx, input: ReportRef): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.receive', report.agencyId) ??
      refuseToMove(report, 'received', ctx.now) ??
      (await refuseStale(ctx, report, input))
    return refusal ?? takeStep(ctx, report, 'received')
  })
}
