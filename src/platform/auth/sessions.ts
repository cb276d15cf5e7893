import type { Ctx } from '../ctx.ts'
import { newId } from '../id.ts'
import { digest, newToken } from '../secrets.ts'
import type { SessionStage, SignInMethod } from './tables.ts'
import './tables.ts'

const HOUR = 3_600_000
/** A session ends twelve hours after it was last used: one office day, not more. */
const idleLimit = 12 * HOUR
/** Half a sign-in waits so long for its second factor. */
const halfLimit = HOUR / 6
/** The last use is written at most this often. */
const seenStep = 5 * 60_000

export interface OpenedSession {
  token: string
  expires: Date
}

/** How somebody proved who they are; by default a password and nothing more is owed. */
export interface Proof {
  method?: SignInMethod
  stage?: SessionStage
}

/** Opens a session. The token goes into the cookie and nowhere else. */
export async function openSession(
  ctx: Ctx,
  personId: string,
  device: string,
  { method = 'password', stage = 'open' }: Proof = {},
): Promise<OpenedSession> {
  const token = newToken()
  const expires = new Date(ctx.now.getTime() + (stage === 'open' ? idleLimit : halfLimit))
  await ctx.db
    .insertInto('session')
    .values({
      token_hash: digest(token),
      id: newId(),
      stage,
      method,
      person_id: personId,
      created_at: ctx.now,
      seen_at: ctx.now,
      expires_at: expires,
      device: device.slice(0, 200),
    })
    .execute()
  return { token, expires }
}

/** Whose session this is, or null: unknown, ended, expired, or half a sign-in. Using it keeps it open. */
export async function findSession(ctx: Ctx, token: string): Promise<{ personId: string } | null> {
  const hash = digest(token)
  const found = await ctx.db
    .selectFrom('session')
    .select(['person_id', 'seen_at'])
    .where('token_hash', '=', hash)
    .where('stage', '=', 'open')
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

/** Half a sign-in: whose it is and what is owed; null when there is none or it took too long. */
export async function findHalfSession(
  ctx: Ctx,
  token: string,
): Promise<{ personId: string; stage: 'code' | 'set-up'; method: SignInMethod; device: string } | null> {
  const found = await ctx.db
    .selectFrom('session')
    .select(['person_id as personId', 'stage', 'method', 'device'])
    .where('token_hash', '=', digest(token))
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  return found && found.stage !== 'open' ? { ...found, stage: found.stage } : null
}

export interface Session {
  id: string
  device: string
  method: SignInMethod
  openedAt: Date
  seenAt: Date
  /** Whether this is the one that asks. */
  current: boolean
}

/** The open sessions of a person, the last used first. `token` is that of the one who asks. */
export async function findSessions(ctx: Ctx, personId: string, token: string | null): Promise<Session[]> {
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'device', 'method', 'created_at as openedAt', 'seen_at as seenAt', 'token_hash'])
    .where('person_id', '=', personId)
    .where('stage', '=', 'open')
    .where('expires_at', '>', ctx.now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  const own = digest(token ?? '')
  return rows.map(({ token_hash, ...session }) => ({ ...session, current: token_hash.equals(own) }))
}

export async function endSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.deleteFrom('session').where('token_hash', '=', digest(token)).execute()
}

/** Ends one session of this person by its id; false when they have none with it. */
export async function endSessionById(ctx: Ctx, personId: string, id: string): Promise<boolean> {
  const gone = await ctx.db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Signs the person out on every device, or on all but the one with this token. Answers how many sessions ended. */
export async function endAllSessions(ctx: Ctx, personId: string, but?: string): Promise<number> {
  const all = ctx.db.deleteFrom('session').where('person_id', '=', personId)
  const gone = await (but === undefined ? all : all.where('token_hash', '!=', digest(but))).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Sessions that expired. */
export async function sweepSessions(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('session').where('expires_at', '<', ctx.now).execute()
}
