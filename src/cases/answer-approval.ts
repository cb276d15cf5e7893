import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import './data/work-tables.ts'

/** Whether an agency wants a second person to agree to its answers, from a WIB day on. */
export interface ApprovalRule {
  from: string
  required: boolean
  setBy: string
}

/** The rule that holds on `day`: the latest that has begun. Without any, answers go out at once. */
export const approvalOn = (rules: readonly ApprovalRule[], day: string): boolean =>
  rules.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.required ?? false

/** All rules of an agency, the latest first. */
export async function findApprovalRules(ctx: Ctx, agencyId: string): Promise<ApprovalRule[]> {
  return ctx.db
    .selectFrom('answer_approval')
    .select(['from_day as from', 'required', 'set_by as setBy'])
    .where('agency_id', '=', agencyId)
    .orderBy('from_day', 'desc')
    .execute()
}

/** Whether an answer of this agency needs approval today. */
export const needsApproval = async (ctx: Ctx, agencyId: string): Promise<boolean> =>
  approvalOn(await findApprovalRules(ctx, agencyId), dayInWib(ctx.now))

/** The head decides, from today or a later day on; the days before stay as they were. */
export async function setApproval(
  ctx: Ctx,
  input: { agencyId: string; required: boolean; from: string },
): Promise<ApprovalRule | Refusal> {
  return transaction(ctx, async (ctx) => {
    const refusal = refuseUnless(ctx.actor, 'answer-approval.set', input.agencyId)
    if (refusal) return refusal
    if (!/^\d{4}-\d{2}-\d{2}$/.test(input.from) || Number.isNaN(Date.parse(input.from)))
      return invalid({ from: 'Isi tanggal mulai berlaku.' })
    if (input.from < dayInWib(ctx.now)) return invalid({ from: 'Paling awal berlaku hari ini.' })
    const row = { required: input.required, set_by: 'name' in ctx.actor ? ctx.actor.name : '', set_at: ctx.now }
    await ctx.db
      .insertInto('answer_approval')
      .values({ agency_id: input.agencyId, from_day: input.from, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'from_day']).doUpdateSet(row))
      .execute()
    const after = { required: input.required, from: input.from }
    await record(ctx, 'answer-approval.set', { thing: 'agency', id: input.agencyId, agencyId: input.agencyId, after })
    return { from: input.from, required: input.required, setBy: row.set_by }
  })
}
