import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { readCase } from './data/case-rows.ts'
import './data/work-tables.ts'

/** What somebody is writing to the citizen and has not sent. */
export interface AnswerDraft {
  text: string
  final: boolean
  savedAt: Date
}

/**
 * Keeps what this person is writing, so that a line that drops loses nothing; emptied, it is gone. Nobody else reads
 * the text, colleagues only see that somebody writes. No event: nothing about the case has changed.
 */
export async function keepDraft(
  ctx: Ctx,
  input: { ticket: string; text: string; final: boolean },
): Promise<{ savedAt: Date; others: string[] } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await readCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    const text = cleanText(input.text)
    const wrong = text === '' ? undefined : refuseText(text, 'Draf')
    if (wrong) return invalid({ text: wrong })
    if (ctx.actor.kind === 'person') await saveOwn(ctx, found.id, { text, final: input.final })
    return { savedAt: ctx.now, others: await whoWrites(ctx, found.id) }
  })
}

async function saveOwn(ctx: Ctx, caseId: string, draft: { text: string; final: boolean }): Promise<void> {
  if (ctx.actor.kind !== 'person') return
  if (draft.text === '') return dropDraft(ctx, caseId)
  const row = { ...draft, person_name: ctx.actor.name, saved_at: ctx.now }
  await ctx.db
    .insertInto('answer_draft')
    .values({ case_id: caseId, person_id: ctx.actor.id, ...row })
    .onConflict((conflict) => conflict.columns(['case_id', 'person_id']).doUpdateSet(row))
    .execute()
}

/** It was sent, or thrown away. */
export async function dropDraft(ctx: Ctx, caseId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') return
  await ctx.db.deleteFrom('answer_draft').where('case_id', '=', caseId).where('person_id', '=', ctx.actor.id).execute()
}

/** This person's own draft. */
export async function ownDraft(ctx: Ctx, caseId: string): Promise<AnswerDraft | null> {
  if (ctx.actor.kind !== 'person') return null
  const found = await ctx.db
    .selectFrom('answer_draft')
    .select(['text', 'final', 'saved_at as savedAt'])
    .where('case_id', '=', caseId)
    .where('person_id', '=', ctx.actor.id)
    .executeTakeFirst()
  return found ?? null
}

/** Milliseconds after its last letter for which a draft counts as being written. */
const writingFor = 10 * 60_000

/** Colleagues who were writing an answer to this case a moment ago. */
export async function whoWrites(ctx: Ctx, caseId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('answer_draft')
    .select('person_name')
    .where('case_id', '=', caseId)
    .where('saved_at', '>', new Date(ctx.now.getTime() - writingFor))
    .$if(ctx.actor.kind === 'person', (query) =>
      query.where('person_id', '!=', ctx.actor.kind === 'person' ? ctx.actor.id : ''),
    )
    .orderBy('person_name')
    .execute()
  return rows.map(({ person_name }) => person_name)
}
