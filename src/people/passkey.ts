import type { Config } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

export interface Passkey {
  id: string
  name: string
  backedUp: boolean
  addedAt: Date
  usedAt: Date | null
}

/** The passkeys of a person, the oldest first. */
export const findPasskeys = (ctx: Ctx, personId: string): Promise<Passkey[]> =>
  ctx.db
    .selectFrom('passkey')
    .select(['id', 'name', 'backed_up as backedUp', 'created_at as addedAt', 'used_at as usedAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** For whom authenticators sign: our host, and pages of ours alone. */
export function relyingParty({ baseUrl }: Config): { id: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl)
  return { id: hostname, origin }
}

const lifetime = 5 * 60_000

/** Remembers a question; `personId` is null for a sign-in, when nobody is known yet. */
export async function keepQuestion(ctx: Ctx, challenge: string, personId: string | null): Promise<void> {
  await ctx.db
    .insertInto('passkey_challenge')
    .values({ challenge, person_id: personId, expires_at: new Date(ctx.now.getTime() + lifetime) })
    .execute()
}

/**
 * Whether this question was asked for this purpose, lately, and not answered yet; it is used up by asking. Outside any
 * transaction, so that it stays used up when the answer is wrong.
 */
export async function takeQuestion(ctx: Ctx, challenge: string, personId: string | null): Promise<boolean> {
  const taken = await ctx.db
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst()
  return taken !== undefined && taken.person_id === personId && taken.expires_at > ctx.now
}

/** What the browser sent back, or null when it is no answer of an authenticator at all. */
export function readAnswer<Answer extends { id: string }>(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text)
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null
    return typeof id === 'string' && id.length <= 1400 ? (answer as Answer) : null
  } catch {
    return null
  }
}
