import { createTransport } from 'nodemailer'
import { findAgency } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Outgoing } from '../adapter.ts'
import type { ChannelAnswer, ChannelError } from '../ask-x.ts'
import { readAccount } from '../data/account-rows.ts'
import { openRaw } from './raw-mail.ts'
import '../data/tables.ts'

/**
 * Answers a citizen's mail from the agency's address, within the same thread. The Message-ID is made of the key, so a
 * mail that is handed over twice, because the answer of the mail server was lost, is one mail wherever it arrives.
 */
export async function sendReply(ctx: Ctx, outgoing: Outgoing): Promise<ChannelAnswer<string>> {
  const { smtpUrl } = ctx.platform.config
  if (smtpUrl === null) return { ok: false, error: { kind: 'off' } }
  const account = await readAccount(ctx, outgoing.accountId)
  if (account.state !== 'connected') return { ok: false, error: { kind: 'disconnected' } }
  const asked = outgoing.inReplyTo === null ? undefined : await openRaw(ctx, account.id, outgoing.inReplyTo)
  if (!asked) return { ok: false, error: { kind: 'not-found' } }
  const { name } = await findAgency(ctx, account.agency_id)
  const messageId = `<${outgoing.key}@${account.handle.split('@')[1]}>`
  const transport = createTransport(smtpUrl)
  try {
    await transport.sendMail({
      from: { name, address: account.handle },
      to: asked.replyTo,
      subject: /^re:/i.test(asked.subject) ? asked.subject : `Re: ${asked.subject}`,
      text: outgoing.text,
      messageId,
      inReplyTo: asked.messageId,
      references: [...asked.references, asked.messageId],
    })
    return { ok: true, value: messageId }
  } catch (error) {
    return { ok: false, error: errorOf(error) }
  } finally {
    transport.close()
  }
}

/** Steps of the talk with a mail server before which it cannot have the mail; `CONN` is said of every broken one. */
const beforeTheMail = new Set(['EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'])

/** A code is an answer: 4xx means later, 5xx never. Without one, all depends on how far the talk had come. */
function errorOf(error: unknown): ChannelError {
  const {
    responseCode,
    command = '',
    code = 'failed',
    syscall = '',
  } = error as {
    responseCode?: number
    command?: string
    code?: string
    syscall?: string
  }
  if (responseCode !== undefined && responseCode >= 500)
    return { kind: 'refused', status: responseCode, reason: `SMTP ${responseCode}` }
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'unreachable', reason: `SMTP ${responseCode}` }
  const early = beforeTheMail.has(command) || syscall === 'connect' || syscall === 'getaddrinfo' || code === 'EDNS'
  return early ? { kind: 'unreachable', reason: code } : { kind: 'unknown-outcome', reason: code }
}
