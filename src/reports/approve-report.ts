import { refuseUnless } from '../agencies/policy.ts'
import { delegationOf } from '../appointments/delegation.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import { formatDay } from '../platform/time.ts'
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
    const inPlaceOf = await headReplaced(ctx, report.agencyId)
    return takeStep(ctx, report, 'approved', { fingerprint: fingerprint(parts), inPlaceOf })
  })
}

/** Words for the head in whose place this person approves; undefined for the head. */
async function headReplaced(ctx: Ctx, agencyId: string): Promise<string | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'person') return undefined
  if (actor.grants.some((grant) => grant.role === 'head' && grant.agencyId === agencyId)) return undefined
  const delegation = await delegationOf(ctx, agencyId, actor.id)
  if (!delegation) return undefined
  return `${delegation.headName} (delegasi ${formatDay(delegation.from)} sampai sebelum ${formatDay(delegation.to)})`
}
