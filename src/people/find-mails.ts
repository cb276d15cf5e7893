import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import '../platform/mail/tables.ts'

export interface Mail {
  id: string
  recipient: string
  subject: string
  state: 'waiting' | 'sent' | 'failed'
  writtenAt: Date
  sentAt: Date | null
  /** What the mail server said when it refused. */
  failure: string | null
}

const columns = [
  'id',
  sql<string>`case when sealed then 'Warga (alamat tersegel)' else recipient end`.as('recipient'),
  'subject',
  'state',
  'created_at as writtenAt',
  'sent_at as sentAt',
  'failure',
] as const

/** The newest mails first; `before` is the id of the last one of the page before. */
export async function findMails(ctx: Ctx, before: string, limit: number): Promise<Mail[]> {
  const newest = ctx.db
    .selectFrom('mail')
    .select(columns)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (!isId(before)) return newest.execute()
  return newest.where(sql<boolean>`(created_at, id) < (select created_at, id from mail where id = ${before})`).execute()
}

/**
 * One mail as it was written. Where mails really leave, the addresses in it are blotted out: a link opens an account,
 * and belongs to its recipient alone. Throws `Missing`.
 */
export async function findMail(ctx: Ctx, id: string): Promise<Mail & { body: string }> {
  const mail = isId(id)
    ? await ctx.db
        .selectFrom('mail')
        .select([...columns, 'body', 'sealed'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!mail) throw new Missing('mail')
  const { sealed, ...shown } = mail
  if (sealed) return { ...shown, body: 'Isi surat ini hanya untuk warga yang menerimanya.' }
  const leaves = ctx.platform.config.smtpUrl !== null
  return leaves ? { ...shown, body: shown.body.replace(/https?:\/\/\S+/g, '(tautan disembunyikan)') } : shown
}
