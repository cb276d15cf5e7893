import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { later } from '../platform/queue/queue.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { isCaseClass, isCaseKind } from './case.ts'
import './data/tables.ts'
import { recomputeDueDatesJob } from './jobs/recompute-due-dates.ts'
import { type RuleInput, refuseRule } from './rule-input.ts'
import type { SlaRule } from './sla-rule.ts'

/** Sets a time limit from a day on; what was received before keeps the former one. */
export async function addRule(ctx: Ctx, given: RuleInput): Promise<SlaRule | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const errors = refuseRule(input, { today: dayInWib(ctx.now) })
    if (Object.keys(errors).length > 0) return invalid(errors)
    if (input.agencyId !== '' && !(await isAgency(ctx, input.agencyId)))
      return invalid({ agencyId: 'Pilih perangkat daerah.' })
    const rule: SlaRule = {
      id: newId(),
      step: input.step,
      kind: isCaseKind(input.kind) ? input.kind : null,
      class: input.kind === 'complaint' && isCaseClass(input.class) ? input.class : null,
      agencyId: input.agencyId || null,
      unit: input.unit === 'minutes' ? 'minutes' : 'days',
      amount: Number(input.amount),
      basis: input.basis,
      from: input.from,
    }
    const { agencyId, from, ...columns } = rule
    const saved = await ctx.db
      .insertInto('sla_rule')
      .values({ ...columns, agency_id: agencyId, from_day: from })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return invalid({ from: 'Batas waktu untuk hal yang sama sudah ada sejak hari ini.' })
    await record(ctx, 'sla-rule.added', { thing: 'sla-rule', id: rule.id, agencyId: null, after: rule })
    await later(ctx, recomputeDueDatesJob, { cause: 'rule', id: rule.id })
    return rule
  })
}

const isAgency = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.selectFrom('agency').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
