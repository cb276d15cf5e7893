import { may } from '../agencies/policy.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import './data/work-tables.ts'
import { findSavedAnswer } from './find-saved-answers.ts'
import { refuseSavedAnswer, type SavedAnswer } from './saved-answer.ts'

/** Those of an agency are kept by its people, those of the whole city by Diskominfostandi. */
export const mayKeep = (actor: Actor, agencyId: string | null): boolean =>
  agencyId === null
    ? actor.kind === 'system' ||
      ('grants' in actor && actor.grants.some((grant) => grant.agencyId === null) && may(actor, 'saved-answer.manage'))
    : may(actor, 'saved-answer.manage', agencyId)

/** Keeps a text for later answers; with `id` it takes the place of the one there was. Throws `Missing`. */
export async function saveAnswerText(
  ctx: Ctx,
  input: { id?: string | undefined; agencyId: string | null; title: string; text: string },
): Promise<SavedAnswer | Refusal> {
  return transaction(ctx, async (ctx) => {
    const before = input.id === undefined ? undefined : await findSavedAnswer(ctx, input.id)
    const agencyId = before ? before.agencyId : input.agencyId
    if (!mayKeep(ctx.actor, agencyId)) return forbidden()
    const saved = { title: cleanText(input.title), text: cleanText(input.text) }
    const errors = refuseSavedAnswer(saved)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const id = before?.id ?? newId()
    const row = { ...saved, changed_at: ctx.now, changed_by: 'name' in ctx.actor ? ctx.actor.name : '' }
    await ctx.db
      .insertInto('saved_answer')
      .values({ id, agency_id: agencyId, ...row, removed_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    const about = { thing: 'saved-answer', id, agencyId }
    await record(ctx, 'saved-answer.saved', { ...about, ...(before && { before: titleAndText(before) }), after: saved })
    return { id, agencyId, ...saved }
  })
}

/** Offers this text no more. Throws `Missing`. */
export async function removeAnswerText(ctx: Ctx, id: string): Promise<SavedAnswer | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await findSavedAnswer(ctx, id)
    if (!mayKeep(ctx.actor, found.agencyId)) return forbidden()
    await ctx.db.updateTable('saved_answer').set({ removed_at: ctx.now }).where('id', '=', id).execute()
    const about = { thing: 'saved-answer', id, agencyId: found.agencyId }
    await record(ctx, 'saved-answer.removed', { ...about, before: titleAndText(found) })
    return found
  })
}

const titleAndText = ({ title, text }: SavedAnswer) => ({ title, text })
