import type { Ctx } from '../ctx.ts'
import { newId } from '../id.ts'
import { job, later } from '../queue/queue.ts'
import { seal } from '../secrets.ts'
import { deliver } from './deliver.ts'
import './tables.ts'

export interface NewMail {
  to: string
  subject: string
  /** Plain text; lines are kept. */
  body: string
  /** A second mail with the same key is dropped. */
  key?: string
  /** To a citizen: recipient and body are kept sealed, so that whoever reads the outbox learns neither. */
  sealed?: boolean
}

/**
 * Writes a mail in this transaction and sends it after the commit. Without a mail server (`SMTP_URL`) it stays in the
 * outbox of the staff side, to be read there. Answers its id; null when one with this key exists.
 */
export async function sendMail(ctx: Ctx, { to, subject, body, key, sealed = false }: NewMail): Promise<string | null> {
  const id = newId()
  const kept = (text: string): string => (sealed ? seal(ctx.platform.config.secretKey, text) : text)
  const written = await ctx.db
    .insertInto('mail')
    .values({
      id,
      recipient: kept(to),
      subject,
      body: kept(body),
      sealed,
      key: key ?? null,
      created_at: ctx.now,
      state: 'waiting',
      sent_at: null,
      failure: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return null
  if (ctx.platform.config.smtpUrl !== null) await later(ctx, deliverMail, { id })
  return id
}

export const deliverMail = job<{ id: string }>({
  name: 'deliver-mail',
  run: (ctx, { id }) => deliver(ctx, id),
  retries: 8,
})
