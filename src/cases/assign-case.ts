import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { type CaseRow, lockCase } from './data/case-rows.ts'
import './data/work-tables.ts'
import { findColleagues } from './find-colleagues.ts'

/**
 * Gives a case to somebody who holds a role of its agency today (disposisi), or takes it back when `personId` is ''.
 * The agency stays answerable; this says who does it.
 */
export async function assignCase(
  ctx: Ctx,
  input: { ticket: string; personId: string; note: string },
): Promise<{ assignee: string | null } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
    const note = cleanText(input.note)
    const wrong = note === '' ? undefined : refuseText(note, 'Pesan', 500)
    if (wrong) return invalid({ note: wrong })
    const colleagues = await findColleagues(ctx, found.agency_id)
    const person = colleagues.find((one) => one.personId === input.personId && one.agencyId === found.agency_id)
    if (input.personId !== '' && !person) return invalid({ personId: 'Pilih orang yang bertugas di perangkat daerah.' })
    if ((person?.personId ?? null) === found.assignee_id) return { assignee: person?.name ?? null }
    await giveTo(ctx, found, person?.personId ?? null, note)
    return { assignee: person?.name ?? null }
  })
}

/** Ends the running assignment and begins the next; one event. */
export async function giveTo(ctx: Ctx, found: CaseRow, personId: string | null, note: string): Promise<void> {
  await endAssignment(ctx, found.id)
  await ctx.db.updateTable('cases').set({ assignee_id: personId }).where('id', '=', found.id).execute()
  const about = { thing: 'case', id: found.id, agencyId: found.agency_id, before: { personId: found.assignee_id } }
  if (personId === null) return record(ctx, 'case.unassigned', { ...about, after: { note } })
  await ctx.db
    .insertInto('case_assignment')
    .values({
      id: newId(),
      case_id: found.id,
      agency_id: found.agency_id,
      person_id: personId,
      note: note || null,
      by_name: 'name' in ctx.actor ? ctx.actor.name : '',
      at: ctx.now,
      ended_at: null,
    })
    .execute()
  const person = await ctx.db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()
  await record(ctx, 'case.assigned', { ...about, after: { personId, name: person?.name ?? '', note } })
}

/** A case that went to another agency is nobody's there. */
export async function endAssignment(ctx: Ctx, caseId: string): Promise<void> {
  await ctx.db
    .updateTable('case_assignment')
    .set({ ended_at: ctx.now })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute()
}
