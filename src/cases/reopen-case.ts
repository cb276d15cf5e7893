import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { reopenUntil } from './add-citizen-message.ts'
import { type Case, refuseToReopen } from './case.ts'
import { refuseText } from './case-text.ts'
import { type CaseRow, lastActBy, lockCase, lockCaseById, toCase } from './data/case-rows.ts'
import { insertFormWord } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import './data/work-tables.ts'
import { begunInShort } from './keep-clocks.ts'

/**
 * The citizen is not content with the answer and says why, within the time of rule `closing`: the clocks begin anew.
 * The caller has made sure it is the citizen (secret of the link). Throws `Missing`.
 */
export async function reopenCase(
  ctx: Ctx,
  input: { ticket: string; text: string },
): Promise<{ ticket: string; messageId: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await ctx.db
      .selectFrom('cases')
      .selectAll()
      .where('ticket', '=', input.ticket)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new Missing(`case ${input.ticket}`)
    const text = cleanText(input.text)
    const wrong = refuseText(text, 'Pesan')
    const refusal =
      refuseToReopen(
        { state: found.state, merged: found.merged_into_id !== null },
        await reopenUntil(ctx, found),
        ctx.now,
      ) ?? (wrong ? invalid({ text: wrong }) : undefined)
    if (refusal) return refusal
    const messageId = await insertFormWord(ctx, found.id, text)
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.message-added', { ...about, after: { messageId, channel: 'form' } })
    await begin(ctx, found, 'Warga menulis lagi.', null)
    return { ticket: found.ticket, messageId }
  })
}

/** An officer opens a closed case again, with the reason: the clocks begin as with a word of the citizen. */
export async function reopenForWork(
  ctx: Ctx,
  input: { ticket: string; version: number; reason: string },
): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const reason = cleanText(input.reason)
    const wrong = refuseText(reason, 'Alasan', 300, 5)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      (input.version === found.version
        ? undefined
        : conflict(`Kasus ini baru saja diubah oleh ${await lastActBy(ctx, found.id)}.`)) ??
      refuseToReopen({ state: found.state, merged: found.merged_into_id !== null }, null, ctx.now) ??
      (wrong ? invalid({ reason: wrong }) : undefined)
    if (refusal) return refusal
    const by_name = 'name' in ctx.actor ? (ctx.actor.name ?? '') : ''
    await ctx.db
      .insertInto('case_reopening')
      .values({ id: newId(), case_id: found.id, at: ctx.now, by_name, reason })
      .execute()
    await begin(ctx, found, `Dibuka kembali: ${reason}`, reason)
    return toCase(await lockCaseById(ctx, found.id))
  })
}

async function begin(ctx: Ctx, found: CaseRow, words: string, reason: string | null): Promise<void> {
  const { begun } = await settleClocks(ctx, found, words)
  await ctx.db
    .updateTable('cases')
    .set({ version: found.version + 1 })
    .where('id', '=', found.id)
    .execute()
  await record(ctx, 'case.reopened', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    before: { state: found.state },
    after: { clocks: begunInShort(begun), ...(reason !== null && { reason }) },
  })
}
