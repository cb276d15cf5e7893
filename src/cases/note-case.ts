import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { mentionedIn } from './colleague.ts'
import { lockCase } from './data/case-rows.ts'
import './data/work-tables.ts'
import { findColleagues } from './find-colleagues.ts'

/**
 * Writes a note for colleagues, never shown to a citizen. Those named with `@name` in it, or chosen by `personId`, are
 * asked to look: it waits on their start page until they have opened the case.
 */
export async function noteCase(
  ctx: Ctx,
  input: { ticket: string; text: string; mention: string },
): Promise<{ noteId: string; mentioned: string[] } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const text = cleanText(input.text)
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    const wrong = refuseText(text, 'Catatan', 2_000)
    if (wrong) return invalid({ text: wrong })
    const colleagues = await findColleagues(ctx, found.agency_id)
    const chosen = colleagues.filter(({ personId }) => personId === input.mention)
    if (input.mention !== '' && chosen.length === 0) return invalid({ mention: 'Pilih rekan dari daftar.' })
    const self = 'id' in ctx.actor ? ctx.actor.id : ''
    const mentioned = [...new Set([...chosen, ...mentionedIn(text, colleagues)])].filter(
      ({ personId }) => personId !== self,
    )
    const noteId = newId()
    const by_name = 'name' in ctx.actor ? ctx.actor.name : ''
    await ctx.db
      .insertInto('case_note')
      .values({ id: noteId, case_id: found.id, by_id: self || null, by_name, text, at: ctx.now })
      .execute()
    if (mentioned.length > 0)
      await ctx.db
        .insertInto('case_mention')
        .values(
          mentioned.map(({ personId }) => ({ note_id: noteId, person_id: personId, case_id: found.id, seen_at: null })),
        )
        .execute()
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.noted', { ...about, after: { noteId, mentioned: mentioned.map((one) => one.personId) } })
    return { noteId, mentioned: mentioned.map(({ name }) => name) }
  })
}

/** The person has opened the case: notes that asked them to look wait no more. No event: nothing about the case changed. */
export async function seeMentions(ctx: Ctx, caseId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') return
  await ctx.db
    .updateTable('case_mention')
    .set({ seen_at: ctx.now })
    .where('person_id', '=', ctx.actor.id)
    .where('case_id', '=', caseId)
    .where('seen_at', 'is', null)
    .execute()
}
