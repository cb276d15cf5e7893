import { type OpenedSession, openSession } from '../platform/auth/sessions.ts'
import { clearFailures } from '../platform/auth/sign-in-limit.ts'
import type { SessionStage, SignInMethod } from '../platform/auth/tables.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findLock, lockWords } from './lock.ts'
import { findSecondFactor, owed } from './second-factor.ts'
import './data/tables.ts'

/** What follows is done by this person, who has just shown who they are. */
export const asPerson = (ctx: Ctx, { id, name }: { id: string; name: string }): Ctx => ({
  ...ctx,
  actor: { kind: 'person', id, name, grants: [] },
})

/** The browser somebody enters with. */
export interface Entrance {
  /** The browser's words about itself, for the list of sessions. */
  device: string
  ip: string
}

export interface Proven extends Entrance {
  personId: string
  method: SignInMethod
  /** Whether the second factor is satisfied with it. */
  strong: boolean
}

/** A session, and what is still owed before it signs anybody in. */
export interface Entered {
  session: OpenedSession
  stage: SessionStage
}

/**
 * Lets in somebody who has proved who they are: with a session, or with half of one when a second factor is still
 * owed. A locked account is refused, with the reason.
 */
export async function enter(ctx: Ctx, { personId, method, strong, device, ip }: Proven): Promise<Entered | Refusal> {
  const { id, name, email } = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return transaction(asPerson(ctx, { id, name }), async (ctx) => {
    const lock = await findLock(ctx, id)
    if (lock) return forbidden(lockWords(lock))
    const stage = strong ? 'open' : owed(await findSecondFactor(ctx, id))
    if (stage === 'open') {
      await clearFailures(ctx, { account: email, address: ip })
      await ctx.db.updateTable('person').set({ signed_in_at: ctx.now }).where('id', '=', id).execute()
      await record(ctx, 'person.signed-in', { thing: 'person', id, agencyId: null, after: { method } })
    }
    return { session: await openSession(ctx, id, device, { method, stage }), stage }
  })
}
