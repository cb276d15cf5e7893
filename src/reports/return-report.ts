import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { KeptReport } from './data/report-rows.ts'
import { refuseToMove } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale, takeStep } from './take-step.ts'

/** Diskominfostandi gives it back to the agency, which must learn why. The approval no longer holds. */
export async function returnReport(ctx: Ctx, input: ReportRef & { reason: string }): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.receive', report.agencyId) ??
      refuseToMove(report, 'returned', ctx.now) ??
      (await refuseStale(ctx, report, input)) ??
      refuseReason(input.reason)
    return refusal ?? takeStep(ctx, report, 'returned', { reason: input.reason })
  })
}

function refuseReason(reason: string): Refusal | undefined {
  if (reason === '') return invalid({ reason: 'Tulis alasan pengembalian agar perangkat daerah tahu yang diperbaiki.' })
  return reason.length > 2_000 ? invalid({ reason: 'Alasan paling panjang 2.000 huruf.' }) : undefined
}
