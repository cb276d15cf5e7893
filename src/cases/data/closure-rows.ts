import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { type ClosesWith, isSolved, outcomes } from '../closing.ts'
import { clockTerms } from '../find-rules.ts'
import { stoppedInShort } from '../keep-clocks.ts'
import { proofOf } from '../proof-rule.ts'
import type { CaseRow } from './case-rows.ts'
import { settleClocks } from './settle-clocks.ts'
import './tables.ts'

/** The last closing that holds; of a case that was opened again it is the one before. */
export async function lastClosure(ctx: Ctx, caseId: string): Promise<{ outcome: string; solved: boolean } | undefined> {
  return ctx.db
    .selectFrom('case_closure')
    .select(['outcome', 'solved'])
    .where('case_id', '=', caseId)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Closes a case with all that may be refused asked before: a row for who, how and why; clocks stop; one event. */
export async function saveClosure(ctx: Ctx, found: CaseRow, { outcome, detail }: ClosesWith): Promise<CaseRow> {
  // What needs no new answer is solved when it was before.
  const solved =
    outcome === 'no-answer-needed'
      ? ((await lastClosure(ctx, found.id))?.solved ?? false)
      : isSolved(outcome, await proofOf(ctx, found))
  await ctx.db
    .insertInto('case_closure')
    .values({
      id: newId(),
      case_id: found.id,
      at: ctx.now,
      by_name: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
      outcome,
      detail: JSON.stringify(detail),
      solved,
      undone_at: null,
    })
    .execute()
  const { stopped } = await settleClocks(ctx, found, `Ditutup: ${outcomes[outcome].name.toLowerCase()}.`)
  const closed = { state: 'closed' as const, state_since: ctx.now, version: found.version + 1 }
  await ctx.db.updateTable('cases').set(closed).where('id', '=', found.id).execute()
  const terms = await clockTerms(ctx, found.agency_id)
  await record(ctx, 'case.closed', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    before: { state: found.state },
    after: { state: 'closed', outcome, solved, ...detail, stopped: stoppedInShort(terms, stopped) },
  })
  return { ...found, ...closed, next_step: null, next_due_at: null }
}
