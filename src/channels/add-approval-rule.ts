import { may, type Role } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { type FieldErrors, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import type { ApprovalSteps } from './post-review.ts'
import './data/tables.ts'

export interface ApprovalRuleInput {
  /** '': all agencies that have no rule of their own. */
  agencyId: string
  from: string
  first: string
  /** '': one step only. */
  second: string
  basis: string
}

/** What a step may ask for, by the value of the form. */
export const stepChoices: Readonly<Record<string, readonly Role[]>> = {
  reviewer: ['reviewer'],
  head: ['head'],
  either: ['reviewer', 'head'],
}

function refuseRule({ from, first, second, basis }: ApprovalRuleInput, today: string): FieldErrors {
  const errors: FieldErrors = {}
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || Number.isNaN(Date.parse(from))) errors.from = 'Pilih hari mulai berlaku.'
  else if (from < today) errors.from = 'Aturan berlaku paling cepat mulai hari ini.'
  if (!Object.hasOwn(stepChoices, first)) errors.first = 'Pilih siapa yang menyetujui.'
  if (second !== '' && !Object.hasOwn(stepChoices, second)) errors.second = 'Pilih siapa, atau satu langkah saja.'
  if (basis === '') errors.basis = 'Tuliskan dasarnya, misalnya nomor nota dinas.'
  if (basis.length > 500) errors.basis = 'Paling banyak 500 huruf.'
  return errors
}

/** Sets who must approve broadcasts from a day on. Of Diskominfostandi. */
export async function addApprovalRule(ctx: Ctx, given: ApprovalRuleInput): Promise<{ id: string } | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'announcement.manage')) return forbidden()
    const errors = refuseRule(input, dayInWib(ctx.now))
    if (Object.keys(errors).length > 0) return invalid(errors)
    const agencyId = input.agencyId === '' ? null : input.agencyId
    const agency = await ctx.db.selectFrom('agency').select('id').where('id', '=', input.agencyId).executeTakeFirst()
    if (agencyId !== null && !agency) return invalid({ agencyId: 'Perangkat daerah tidak dikenal.' })
    const steps: ApprovalSteps = [input.first, input.second].flatMap((choice) => {
      const step = stepChoices[choice]
      return step ? [step] : []
    })
    const id = newId()
    const saved = await ctx.db
      .insertInto('approval_rule')
      .values({ id, agency_id: agencyId, from_day: input.from, steps: JSON.stringify(steps), basis: input.basis })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return invalid({ from: 'Aturan untuk hal yang sama sudah ada sejak hari ini.' })
    await record(ctx, 'approval-rule.added', {
      thing: 'approval-rule',
      id,
      agencyId,
      after: { from: input.from, steps, basis: input.basis },
    })
    return { id }
  })
}
