import { endAllSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import { invite } from './invite.ts'
import { findPerson } from './person.ts'
import './data/tables.ts'

/**
 * For somebody who lost everything: all keys of the account go (password, code app, recovery codes, passkeys, single
 * sign-on), its sessions end, and an invitation leaves. Whether the actor may do this, and that it really is this
 * person who asks, is for the caller to know. Throws `Missing`.
 */
export async function resetAccess(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await findPerson(ctx, personId)
    for (const table of ['credential', 'second_factor', 'recovery_code', 'passkey', 'sso_identity'] as const)
      await ctx.db.deleteFrom(table).where('person_id', '=', personId).execute()
    await endAllSessions(ctx, personId)
    await record(ctx, 'person.access-reset', { thing: 'person', id: personId, agencyId: null })
    await invite(ctx, { personId })
  })
}
