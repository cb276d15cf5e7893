import { createTransport } from 'nodemailer'
import type { Ctx } from '../ctx.ts'
import { open } from '../secrets.ts'
import './tables.ts'

/**
 * Hands one mail to the mail server. Its Message-ID is the mail's own id, so that a mail delivered twice (the answer
 * was lost) is recognised as one. A refusal for good is kept on the mail; anything else throws, to be tried again.
 */
export async function deliver(ctx: Ctx, id: string): Promise<void> {
  const { smtpUrl, baseUrl } = ctx.platform.config
  const mail = await ctx.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  if (mail?.state !== 'waiting' || smtpUrl === null) return
  const read = (text: string): string => (mail.sealed ? open(ctx.platform.config.secretKey, text) : text)
  const host = new URL(baseUrl).hostname
  const transport = createTransport(smtpUrl)
  try {
    await transport.sendMail({
      from: { name: 'Kentongan', address: `kentongan@${host}` },
      to: read(mail.recipient),
      subject: mail.subject,
      text: read(mail.body),
      messageId: `<${mail.id}@${host}>`,
    })
    await ctx.db.updateTable('mail').set({ state: 'sent', sent_at: ctx.now }).where('id', '=', id).execute()
  } catch (error) {
    const code = (error as { responseCode?: number }).responseCode ?? 0
    if (code < 500) throw error
    // Servers name the address they refuse.
    const failure = mail.sealed ? `Ditolak server surel (${code}).` : String((error as Error).message)
    await ctx.db.updateTable('mail').set({ state: 'failed', failure }).where('id', '=', id).execute()
  } finally {
    transport.close()
  }
}
