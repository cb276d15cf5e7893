import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { composeReport } from './compose-report.ts'
import type { KeptReport } from './data/report-rows.ts'
import { type Frozen, fingerprint } from './report.ts'
import { approvalOf, refuseToMove } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale, takeStep } from './take-step.ts'

/** Diskominfostandi accepts: the report is frozen as the head approved it, and refused when it is no longer that. */
export async function acceptReport(ctx: Ctx, input: ReportRef): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.receive', report.agencyId) ??
      refuseToMove(report, 'accepted', ctx.now) ??
      (await refuseStale(ctx, report, input))
    if (refusal) return refusal
    const { agencyName, head, parts } = await composeReport(ctx, report)
    const hash = fingerprint(parts)
    if (hash !== approvalOf(report)?.fingerprint)
      return conflict('Isi laporan berbeda dari yang disetujui kepala. Kembalikan laporan agar disetujui ulang.')
    const frozen: Frozen = { agencyName, head, parts }
    await ctx.db
      .updateTable('monthly_report')
      .set({ frozen: JSON.stringify(frozen), frozen_hash: hash })
      .where('id', '=', report.id)
      .execute()
    return takeStep(ctx, { ...report, frozen }, 'accepted', { fingerprint: hash })
  })
}
