import { type Insertable, type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { manyRows } from '../../platform/db/many-rows.ts'
import { newId } from '../../platform/id.ts'
import { Missing } from '../../platform/refusal.ts'
import type { CaseMessageTable } from './tables.ts'

export type MessageRow = Selectable<CaseMessageTable>

/** Saves a message; false when the channel has brought it before. */
export async function insertMessage(ctx: Ctx, row: Insertable<CaseMessageTable>): Promise<boolean> {
  const saved = await ctx.db
    .insertInto('case_message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** Saves a further word that a citizen wrote on the page of the case, and answers its id. */
export async function insertFormWord(ctx: Ctx, caseId: string, text: string): Promise<string> {
  const id = newId()
  const written = { text, at: ctx.now, channel: 'form', state: 'received', final: false } as const
  await insertMessage(ctx, { id, case_id: caseId, author: 'citizen', ...written })
  return id
}

/** Saves many words of citizens; the ids of those that no channel had brought before. */
export async function insertCitizenMessages(
  ctx: Ctx,
  rows: readonly Insertable<CaseMessageTable>[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const saved = await sql<{ id: string }>`
    ${manyRows(
      'case_message',
      rows.map((row) => ({ ...row, automatic: false })),
    )}
    on conflict (channel, external_id) do nothing returning id`.execute(ctx.db)
  return new Set(saved.rows.map(({ id }) => id))
}

/** Everything written in the case, in the order it was written. */
export const readMessages = (ctx: Ctx, caseId: string): Promise<MessageRow[]> =>
  ctx.db.selectFrom('case_message').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute()

export async function readAnswer(ctx: Ctx, answerId: string): Promise<MessageRow> {
  const row = await ctx.db
    .selectFrom('case_message')
    .selectAll()
    .where('id', '=', answerId)
    .where('author', '=', 'agency')
    .executeTakeFirst()
  if (!row) throw new Missing(`answer ${answerId}`)
  return row
}

/** Whose answer the channel has not confirmed yet. */
export async function waitingAnswer(ctx: Ctx, caseId: string): Promise<{ by: string } | undefined> {
  const waiting = await ctx.db
    .selectFrom('case_message')
    .select('author_name')
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return waiting && { by: waiting.author_name ?? 'petugas lain' }
}
