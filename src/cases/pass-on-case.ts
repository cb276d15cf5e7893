import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { endAssignment } from './assign-case.ts'
import { type Case, refuseToPassOn } from './case.ts'
import { refuseText } from './case-text.ts'
import { lastActBy, lockCase, toCase } from './data/case-rows.ts'
import { waitingAnswer } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { begunInShort } from './keep-clocks.ts'

/**
 * Passes a case on to the agency it belongs to. The citizen's clocks go on from the same word; they end elsewhere only
 * where the other agency has rules or a calendar of its own. An answer still goes out on the account that was written to.
 * The other agency decides anew what becomes of it, and who has it.
 */
export async function passOnCase(
  ctx: Ctx,
  input: { ticket: string; agencyId: string; reason: string; version: number },
): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseUnless(ctx.actor, 'case.pass-on', found.agency_id) ??
      refuseToPassOn(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      })
    if (refusal) return refusal
    const reason = cleanText(input.reason)
    const wrong = refuseText(reason, 'Alasan', 300, 5)
    if (wrong) return invalid({ reason: wrong })
    if (input.agencyId === found.agency_id) return invalid({ agencyId: 'Kasus ini sudah pada perangkat daerah itu.' })
    const agency = await ctx.db.selectFrom('agency').select('id').where('id', '=', input.agencyId).executeTakeFirst()
    if (!agency) return invalid({ agencyId: 'Pilih perangkat daerah yang berwenang.' })
    const passed = { ...found, agency_id: agency.id, version: found.version + 1 }
    await ctx.db
      .updateTable('cases')
      .set({ agency_id: passed.agency_id, version: passed.version, triage: null, assignee_id: null })
      .where('id', '=', found.id)
      .execute()
    await endAssignment(ctx, found.id)
    await ctx.db
      .insertInto('case_passage')
      .values({
        id: newId(),
        case_id: found.id,
        from_agency_id: found.agency_id,
        to_agency_id: agency.id,
        at: ctx.now,
        by_id: 'id' in ctx.actor ? ctx.actor.id : null,
        by_name: 'name' in ctx.actor ? ctx.actor.name : '',
        reason,
      })
      .execute()
    const { begun } = await settleClocks(ctx, passed, 'Diteruskan ke perangkat daerah lain.')
    await record(ctx, 'case.passed-on', {
      thing: 'case',
      id: found.id,
      agencyId: agency.id,
      before: { agencyId: found.agency_id },
      after: { agencyId: agency.id, reason, clocks: begunInShort(begun) },
    })
    return toCase(passed)
  })
}
