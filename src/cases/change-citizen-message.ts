import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { transaction } from '../platform/transaction.ts'
import { subjectOf } from './case-text.ts'
import { lockCaseById } from './data/case-rows.ts'
import type { MessageRow } from './data/message-rows.ts'

/** A citizen's word, by what its channel calls it. */
export interface ChannelWord {
  channel: string
  externalId: string
}

/** The citizen changed this word on its channel: the case shows the new one. No clock moves by it. */
export async function changeCitizenMessage(
  ctx: Ctx,
  input: ChannelWord & { text: string; url: string | null },
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const word = await findWord(ctx, input)
    const text = cleanText(input.text)
    if (!word || word.text === text) return
    await saveWord(ctx, word, text, { url: input.url ?? word.url })
    await tell(ctx, word, 'case.message-changed', {})
  })
}

const blank = {
  deleted: '(Pesan ini sudah dihapus oleh penulisnya.)',
  hidden: '(Pesan ini tidak lagi dapat dilihat: akun penulisnya dikunci atau ditangguhkan.)',
} as const

/**
 * The citizen took this word back, or it may no longer be seen: its text and files go; number, clocks and answers of
 * the case stay (rules of the channel: within 24 hours).
 */
export async function blankCitizenMessage(ctx: Ctx, input: ChannelWord & { as: keyof typeof blank }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const word = await findWord(ctx, input)
    const text = blank[input.as]
    if (!word || word.text === text) return
    await saveWord(ctx, word, text, {})
    await tell(ctx, word, 'case.message-blanked', { as: input.as })
  })
}

const findWord = (ctx: Ctx, { channel, externalId }: ChannelWord): Promise<MessageRow | undefined> =>
  ctx.db
    .selectFrom('case_message')
    .selectAll()
    .where('channel', '=', channel)
    .where('external_id', '=', externalId)
    .where('author', '=', 'citizen')
    .executeTakeFirst()

async function saveWord(ctx: Ctx, word: MessageRow, text: string, more: { url?: string | null }): Promise<void> {
  await ctx.db
    .updateTable('case_message')
    .set({ text, ...more })
    .where('id', '=', word.id)
    .execute()
  // The line for lists was made of these words, unless somebody wrote another one.
  await ctx.db
    .updateTable('cases')
    .set({ subject: subjectOf(text) })
    .where('id', '=', word.case_id)
    .where('subject', '=', subjectOf(word.text))
    .execute()
}

async function tell(ctx: Ctx, word: MessageRow, action: string, more: object): Promise<void> {
  const { id, agency_id } = await lockCaseById(ctx, word.case_id)
  const after = { messageId: word.id, channel: word.channel, ...more }
  await record(ctx, action, { thing: 'case', id, agencyId: agency_id, after })
}
