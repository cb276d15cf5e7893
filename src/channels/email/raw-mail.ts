import type { Ctx } from '../../platform/ctx.ts'
import { open, seal } from '../../platform/secrets.ts'
import '../data/tables.ts'

/** A mail without its attachments, as it is kept: sealed, for it says who wrote. */
export interface RawMail {
  messageId: string
  /** Where an answer goes. */
  replyTo: string
  subject: string
  references: string[]
  headers: string
  text: string
  html: string
}

export const sealRaw = (ctx: Ctx, mail: RawMail): { sealed: string } => ({
  sealed: seal(ctx.platform.config.secretKey, JSON.stringify(mail)),
})

/** Undefined: there is no such mail. */
export async function openRaw(ctx: Ctx, accountId: string, externalId: string): Promise<RawMail | undefined> {
  const row = await ctx.db
    .selectFrom('channel_event')
    .select('payload')
    .where('account_id', '=', accountId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  const { raw } = (row?.payload ?? {}) as { raw?: { sealed?: string } }
  return raw?.sealed ? JSON.parse(open(ctx.platform.config.secretKey, raw.sealed)) : undefined
}
