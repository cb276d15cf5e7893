import { citizenKey } from '../../cases/citizen-key.ts'
import { findAnswer } from '../../cases/find-answer.ts'
import { noteCase } from '../../cases/note-case.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { accepted, isRefusal } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import type { AccountRow } from '../data/account-rows.ts'
import { inSeconds, secondsOf } from '../setting.ts'
import { keepRaw, takeWords } from '../take-words.ts'
import { readBounce } from './bounce.ts'
import { finishMailbox } from './connect-mailbox.ts'
import { sealRaw } from './raw-mail.ts'
import { type ReadMail, readMail } from './read-mail.ts'
import { type Envelope, mailServerReport, whyUnwanted } from './unwanted.ts'
import '../data/tables.ts'

/**
 * `case`: a citizen's word was taken in. `kept`: known already, or nothing is made of it. `refused`: not
 * ours yet. `unreadable`: no mail.
 */
export type Taken = 'case' | 'kept' | 'connected' | 'refused' | 'unreadable'

/**
 * Takes in one mail to one account, exactly once for its Message-ID. The caller may say that it has the mail once this
 * has answered. Throws when the database is away: then the sending server keeps it.
 */
export async function takeMail(ctx: Ctx, account: AccountRow, bytes: Buffer, envelope: Envelope): Promise<Taken> {
  const mail = await readMail(bytes)
  if (!mail) return 'unreadable'
  if (await finishMailbox(ctx, account, mail)) return 'connected'
  if (account.state !== 'connected') return 'refused'
  const raw = sealRaw(ctx, {
    messageId: mail.messageId,
    replyTo: mail.replyTo,
    subject: mail.subject,
    references: mail.earlier,
    ...mail.whole,
  })
  const known = { externalId: mail.messageId, raw }
  const authorId = citizenKey(ctx, mail.author.address) ?? ''
  const problem =
    whyUnwanted(mail.headers, envelope, mail.author.address, await ourAddresses(ctx)) ??
    (await tooMany(ctx, account.id, authorId))
  if (problem) {
    await transaction(ctx, async (ctx) => {
      const isNew = await keepRaw(ctx, account.id, known, problem)
      if (isNew && problem === mailServerReport) await tellUndelivered(ctx, account, bytes)
    })
    return 'kept'
  }
  const text = [mail.text, mail.text === '' ? mail.subject : ''].find((one) => one !== '') ?? '(tanpa teks)'
  const taken = await takeWords(ctx, account.id, [
    {
      ...known,
      conversationId: await conversationOf(ctx, account.id, mail),
      authorId,
      reporter: { contact: mail.author.address, name: mail.author.name.slice(0, 200) },
      ...(mail.subject !== '' && { subject: mail.subject }),
      text,
      at: ctx.now,
      url: null,
      repliedTo: mail.earlier.at(-1) ?? null,
      files: mail.files,
    },
  ])
  return taken > 0 ? 'case' : 'kept'
}

/**
 * An answer that did not arrive: its author finds it on the start page, with what the mail server said. The answer was
 * given and stays so; that the citizen has not read it is for people to mend.
 */
async function tellUndelivered(ctx: Ctx, account: AccountRow, bytes: Buffer): Promise<void> {
  const bounce = readBounce(bytes.toString('latin1'))
  if (!bounce || bounce.messageIds.length === 0) return
  const ours = await ctx.db
    .selectFrom('post')
    .select(['case_message_id', 'author_id'])
    .where('account_id', '=', account.id)
    .where('external_id', 'in', bounce.messageIds)
    .executeTakeFirst()
  if (!ours?.case_message_id) return
  const { ticket } = await findAnswer(ctx, ours.case_message_id)
  const said = bounce.reason === '' ? '' : ` Katanya: ${bounce.reason}.`
  const text = `Surel jawaban tidak sampai kepada warga, menurut server surel.${said} Hubungi warga dengan cara lain.`
  const told = await noteCase(ctx, { ticket, text, mention: ours.author_id })
  // whoever wrote it may have left
  if (isRefusal(told)) accepted(await noteCase(ctx, { ticket, text, mention: '' }))
}

async function ourAddresses(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.selectFrom('social_account').select('handle').where('platform', '=', 'email').execute()
  return [...rows.map(({ handle }) => handle), `kentongan@${new URL(ctx.platform.config.baseUrl).hostname}`]
}

/** A flood of one address opens no cases; what came is kept. */
async function tooMany(ctx: Ctx, accountId: string, authorId: string): Promise<string | undefined> {
  const { count } = await ctx.db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('author_id', '=', authorId)
    .where('received_at', '>', inSeconds(ctx.now, -3600))
    .executeTakeFirstOrThrow()
  return Number(count) >= (await secondsOf(ctx, 'mails-per-hour')) ? 'terlalu banyak surel dari alamat ini' : undefined
}

/** By what a mail answers: a mail of this account that is known, one of ours, or else the first of its thread. */
async function conversationOf(ctx: Ctx, accountId: string, { messageId, earlier }: ReadMail): Promise<string> {
  if (earlier.length === 0) return messageId
  const ours = await ctx.db
    .selectFrom('post')
    .select('in_reply_to')
    .where('account_id', '=', accountId)
    .where('external_id', 'in', earlier)
    .execute()
  const asked = [...earlier, ...ours.flatMap(({ in_reply_to }) => in_reply_to ?? [])]
  const known = await ctx.db
    .selectFrom('message')
    .select('conversation_id')
    .where('account_id', '=', accountId)
    .where('external_id', 'in', asked)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return known?.conversation_id ?? earlier[0] ?? messageId
}
