import { addCitizenMessage } from '../cases/add-citizen-message.ts'
import { keepFiles } from '../cases/attach-files.ts'
import type { ReadFile } from '../cases/read-files.ts'
import { readFiles } from '../cases/read-files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { isRefusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { Word } from './adapter.ts'
import { type AccountRow, lockAccount } from './data/account-rows.ts'
import './data/tables.ts'

/** A word whose files were looked at; those nobody may open are named in `unreadable`. */
interface ReadWord extends Word {
  kept: ReadFile[]
  unreadable: string[]
}

/** Words of one transaction. */
const batch = 100

/**
 * Takes in what a platform brought, oldest first: raw event, message and case of each in one transaction, exactly once
 * however often and by however many it is brought. The mark moves with the last of them. Answers how many were new.
 */
export async function takeWords(
  ctx: Ctx,
  accountId: string,
  words: readonly Word[],
  mark?: string | null,
): Promise<number> {
  let taken = 0
  for (let i = 0; i < Math.max(words.length, 1); i += batch) {
    const some = await Promise.all(words.slice(i, i + batch).map(readWord))
    const isLast = i + batch >= words.length
    taken += await transaction(ctx, (ctx) => takeSome(ctx, accountId, some, isLast ? mark : undefined))
  }
  return taken
}

async function takeSome(
  ctx: Ctx,
  accountId: string,
  words: readonly ReadWord[],
  mark?: string | null,
): Promise<number> {
  const account = await lockAccount(ctx, accountId)
  let newest: string | undefined
  let taken = 0
  for (const word of words)
    if (await takeWord(ctx, account, word)) {
      newest = word.externalId
      taken += 1
    }
  if (mark)
    await ctx.db.updateTable('social_account').set({ mentions_until: mark }).where('id', '=', accountId).execute()
  if (taken > 0)
    await record(ctx, 'messages.received', {
      thing: 'account',
      id: accountId,
      agencyId: account.agency_id,
      after: { count: taken, newest },
    })
  return taken
}

/** False: it was brought before. One that cases will not take is kept with the reason. */
async function takeWord(ctx: Ctx, account: AccountRow, word: ReadWord): Promise<boolean> {
  if (!(await keepRaw(ctx, account.id, word, null))) return false
  await ctx.db
    .insertInto('message')
    .values({
      id: newId(),
      account_id: account.id,
      agency_id: account.agency_id,
      external_id: word.externalId,
      conversation_id: word.conversationId,
      author_id: word.authorId,
      replied_to: word.repliedTo,
      quoted: null,
      text: cleanText(word.text),
      at: word.at,
      received_at: ctx.now,
      callable: true,
      latest_id: null,
      gone_at: null,
      gone_as: null,
      url: word.url,
    })
    .execute()
  const externalId = `${account.id}/${word.externalId}`
  const unreadable = word.unreadable.map((name) => `\n(Lampiran tidak dapat dibuka: ${name})`).join('')
  const done = await addCitizenMessage(ctx, {
    agencyId: account.agency_id,
    channel: account.platform,
    kind: 'complaint',
    ...(word.subject && { subject: word.subject }),
    text: word.text + unreadable,
    reporter: word.reporter,
    receivedAt: word.at,
    source: {
      channel: account.platform,
      externalId,
      url: word.url,
      accountId: account.id,
      conversationKey: `${account.id}/${word.conversationId}/${word.authorId}`,
    },
  })
  if (isRefusal(done)) {
    ctx.platform.log.error({ word: word.externalId, done }, 'a word did not become a case')
    return true
  }
  if (word.kept.length > 0) {
    const said = await ctx.db
      .selectFrom('case_message')
      .select('id')
      .where('channel', '=', account.platform)
      .where('external_id', '=', externalId)
      .executeTakeFirstOrThrow()
    // The citizen's own: kept as if they had sent them by the form.
    await keepFiles({ ...ctx, actor: { kind: 'public' } }, { caseId: done.case.id, messageId: said.id }, word.kept)
  }
  return true
}

/** Keeps a word as it came. `problem`: why nothing is made of it. False: it was kept before. */
export async function keepRaw(
  ctx: Ctx,
  accountId: string,
  { externalId, raw }: Pick<Word, 'externalId' | 'raw'>,
  problem: string | null,
): Promise<boolean> {
  const kept = await ctx.db
    .insertInto('channel_event')
    .values({
      account_id: accountId,
      external_id: externalId,
      // PostgreSQL takes no NUL in a text.
      payload: JSON.stringify({ raw }).replaceAll('\\u0000', ''),
      received_at: ctx.now,
      taken_at: ctx.now,
      problem,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('external_id')
    .executeTakeFirst()
  return kept !== undefined
}

/** Files one by one: one that will not do must not cost the citizen the others. */
async function readWord(word: Word): Promise<ReadWord> {
  const kept: ReadFile[] = []
  const unreadable: string[] = []
  for (const file of word.files.slice(0, mostKept)) {
    const read = await readFiles([file])
    if (isRefusal(read)) unreadable.push(file.filename || 'tanpa nama')
    else kept.push(...read)
  }
  return { ...word, kept, unreadable: [...unreadable, ...word.files.slice(mostKept).map(({ filename }) => filename)] }
}

const mostKept = 5
