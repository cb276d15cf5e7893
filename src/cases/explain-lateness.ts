import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { lockCase } from './data/case-rows.ts'
import { readClocks } from './data/clock-json.ts'
import './data/warning-tables.ts'
import { lateClocks } from './lateness.ts'

/** Says why a case is late, for those who read the list of what is late. It moves no clock. */
export async function explainLateness(
  ctx: Ctx,
  input: { ticket: string; text: string },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    const text = cleanText(input.text)
    const wrong = refuseText(text, 'Penjelasan', 1000, 10)
    if (wrong) return invalid({ text: wrong })
    if (lateClocks(readClocks(found.clocks), ctx.now).length === 0) return conflict('Kasus ini tidak terlambat.')
    await ctx.db
      .insertInto('case_explanation')
      .values({
        id: newId(),
        case_id: found.id,
        agency_id: found.agency_id,
        text,
        at: ctx.now,
        by_id: 'id' in ctx.actor ? ctx.actor.id : null,
        by_name: 'name' in ctx.actor ? ctx.actor.name : '',
      })
      .execute()
    await record(ctx, 'case.lateness-explained', { thing: 'case', id: found.id, agencyId: found.agency_id, after: {} })
    return { ticket: found.ticket }
  })
}
