import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type CaseRow, lastActBy, lockCase, lockCaseById } from './data/case-rows.ts'
import { type MessageRow, readMessages } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { begunInShort } from './keep-clocks.ts'
import { openOnce } from './open-case.ts'

/**
 * Makes a case of its own of a message about another matter. It keeps its time, so its clocks count from there, and its
 * files; the citizen gets a ticket for it. Undone by merging it back. Throws `Missing`.
 */
export async function splitCase(
  ctx: Ctx,
  input: { ticket: string; messageId: string; version: number },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      (input.version === found.version
        ? undefined
        : conflict(`Kasus ini baru saja diubah oleh ${await lastActBy(ctx, found.id)}.`))
    if (refusal) return refusal
    const messages = await readMessages(ctx, found.id)
    const message = messages.find(({ id }) => id === input.messageId)
    if (!message) throw new Missing(`message ${input.messageId}`)
    if (message.author !== 'citizen') return conflict('Yang dipisahkan hanya pesan warga.')
    if (messages.find(({ author }) => author === 'citizen')?.id === message.id)
      return conflict('Pesan pertama tidak dipisahkan: dengan pesan itu kasus ini dibuka.')
    const opened = await openOnce(ctx, caseOf(found, message))
    if (isRefusal(opened)) return opened
    await moveMessage(ctx, found, message.id, opened.case.id)
    const { begun } = await settleClocks(ctx, found, 'Satu pesan dipisahkan menjadi kasus sendiri.')
    await ctx.db
      .updateTable('cases')
      .set({ version: found.version + 1 })
      .where('id', '=', found.id)
      .execute()
    const about = { thing: 'case', agencyId: found.agency_id }
    const { id, ticket } = opened.case
    await record(ctx, 'case.split', { ...about, id: found.id, after: { ticket, clocks: begunInShort(begun) } })
    await record(ctx, 'case.split-off', { ...about, id, after: { ticket: found.ticket } })
    return { ticket }
  })
}

const caseOf = (found: CaseRow, { text, at }: MessageRow) => ({
  agencyId: found.agency_id,
  channel: found.channel,
  kind: found.kind,
  class: found.class,
  text,
  place: found.place ?? undefined,
  receivedAt: at,
  where: {
    districtId: found.district_id,
    subdistrictId: found.subdistrict_id,
    latitude: found.latitude,
    longitude: found.longitude,
  },
  anonymous: found.anonymous,
  secret: found.secret,
})

/** The message itself goes over, with what the channel knows it by; the copy the new case was opened with makes room. */
async function moveMessage(ctx: Ctx, found: CaseRow, messageId: string, toId: string): Promise<void> {
  await ctx.db.deleteFrom('case_message').where('case_id', '=', toId).execute()
  await ctx.db.updateTable('case_message').set({ case_id: toId }).where('id', '=', messageId).execute()
  await ctx.db.updateTable('case_file').set({ case_id: toId }).where('message_id', '=', messageId).execute()
  const { reporter_id, account_id } = found
  await ctx.db.updateTable('cases').set({ reporter_id, account_id }).where('id', '=', toId).execute()
  await settleClocks(ctx, await lockCaseById(ctx, toId), 'Dipisahkan dari kasus lain.')
}
