import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { KeptReport } from './data/report-rows.ts'
import { isReason, type Obstacles, refuseObstacles } from './obstacles.ts'
import { refuseToWrite } from './report-state.ts'
import { findReportToChange, type ReportRef, refuseStale } from './take-step.ts'

/** Part H and the letter's number, by the operator. An empty number stays open: it is never invented. */
export async function writeObstacles(
  ctx: Ctx,
  input: ReportRef & { reasons: string[]; text: string; plan: string; letterNumber: string },
): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const report = await findReportToChange(ctx, input)
    const refusal =
      refuseUnless(ctx.actor, 'report.write', report.agencyId) ??
      refuseToWrite(report) ??
      (await refuseStale(ctx, report, input)) ??
      refuseObstacles(input)
    if (refusal) return refusal
    const obstacles: Obstacles = { reasons: input.reasons.filter(isReason), text: input.text, plan: input.plan }
    const letterNumber = input.letterNumber === '' ? null : input.letterNumber
    const version = report.version + 1
    await ctx.db
      .updateTable('monthly_report')
      .set({ obstacles: JSON.stringify(obstacles), letter_number: letterNumber, version })
      .where('id', '=', report.id)
      .execute()
    await record(ctx, 'report.obstacles-written', {
      thing: 'report',
      id: report.id,
      agencyId: report.agencyId,
      before: { obstacles: report.obstacles, letterNumber: report.letterNumber },
      after: { obstacles, letterNumber },
    })
    return { ...report, obstacles, letterNumber, version }
  })
}
