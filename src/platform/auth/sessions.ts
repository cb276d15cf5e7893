import type { Ctx } from '../ctx.ts'
import { digest, newToken } from '../secrets.ts'
import './tables.ts'

const HOUR = 3_600_000
/** A session ends twelve hours after it was last used: one office day, not more. */
const idleLimit = 12 * HOUR
/** The last use is written at most this often. */
const seenStep = 5 * 60_000

export interface OpenedSession {
  token: string
  expires: Date
}

/** Opens a session. The token goes into the cookie and nowhere else. */
export async function openSession(ctx: Ctx, personId: string, device: string): Promise<OpenedSession> {
  const token = newToken()
  const expires = new Date(ctx.now.getTime() + idleLimit)
  await ctx.db
    .insertInto('session')
    .values({
      token_hash: digest(token),
      person_id: personId,
      created_at: ctx.now,
      seen_at: ctx.now,
      expires_at: expires,
      device: device.slice(0, 200),
    })
    .execute()
  return { token, expires }
}

/** Whose session this is, or null: unknown, ended or expired. Using it keeps it open. */
export async function findSession(ctx: Ctx, token: string): Promise<{ personId: string } | null> {
  const hash = digest(token)
  const found = await ctx.db
    .selectFrom('session')
    .select(['person_id', 'seen_at'])
    .where('token_hash', '=', hash)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!found) return null
  if (ctx.now.getTime() - found.seen_at.getTime() > seenStep)
    await ctx.db
      .updateTable('session')
      .set({ seen_at: ctx.now, expires_at: new Date(ctx.now.getTime() + idleLimit) })
      .where('token_hash', '=', hash)
      .execute()
  return { personId: found.person_id }
}

export async function endSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.deleteFrom('session').where('token_hash', '=', digest(token)).execute()
}

/** Signs the person out on every device. Answers how many sessions ended. */
export async function endAllSessions(ctx: Ctx, personId: string): Promise<number> {
  const gone = await ctx.db.deleteFrom('session').where('person_id', '=', personId).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
