import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { lockCase } from './data/case-rows.ts'
import './data/work-tables.ts'

/** A word an agency sorts its cases by. */
export interface Label {
  id: string
  name: string
}

/** Labels of this agency, by name. */
export const findLabels = (ctx: Ctx, agencyId: string): Promise<Label[]> =>
  ctx.db.selectFrom('case_label').select(['id', 'name']).where('agency_id', '=', agencyId).orderBy('name').execute()

/** Labels this case wears, by name. */
export const labelsOf = (ctx: Ctx, caseId: string): Promise<Label[]> =>
  ctx.db
    .selectFrom('case_labelled as on')
    .innerJoin('case_label as l', 'l.id', 'on.label_id')
    .select(['l.id', 'l.name'])
    .where('on.case_id', '=', caseId)
    .orderBy('l.name')
    .execute()

/** Puts a label of the case's agency on it; a name the agency has not used before becomes a label of its own. */
export async function labelCase(ctx: Ctx, input: { ticket: string; name: string }): Promise<Label | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const name = cleanText(input.name).replace(/\s+/g, ' ').toLowerCase()
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    const wrong = refuseText(name, 'Label', 40)
    if (wrong) return invalid({ name: wrong })
    const label = await labelCalled(ctx, found.agency_id, name)
    const by_name = 'name' in ctx.actor ? ctx.actor.name : ''
    const put = await ctx.db
      .insertInto('case_labelled')
      .values({ case_id: found.id, label_id: label.id, at: ctx.now, by_name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('label_id')
      .executeTakeFirst()
    if (put)
      await record(ctx, 'case.labelled', {
        thing: 'case',
        id: found.id,
        agencyId: found.agency_id,
        after: { label: name },
      })
    return label
  })
}

/** Takes a label off; one that no case wears any more is gone. */
export async function unlabelCase(
  ctx: Ctx,
  input: { ticket: string; labelId: string },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    const label = (await labelsOf(ctx, found.id)).find(({ id }) => id === input.labelId)
    if (!label) return { ticket: found.ticket }
    await ctx.db.deleteFrom('case_labelled').where('case_id', '=', found.id).where('label_id', '=', label.id).execute()
    await ctx.db
      .deleteFrom('case_label')
      .where('id', '=', label.id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('case_labelled').select('label_id').where('label_id', '=', label.id))),
      )
      .execute()
    await record(ctx, 'case.unlabelled', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      after: { label: label.name },
    })
    return { ticket: found.ticket }
  })
}

async function labelCalled(ctx: Ctx, agencyId: string, name: string): Promise<Label> {
  await ctx.db
    .insertInto('case_label')
    .values({ id: newId(), agency_id: agencyId, name, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['agency_id', 'name']).doNothing())
    .execute()
  return ctx.db
    .selectFrom('case_label')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
}
