import { endSessionById } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'

/** Ends one of one's own sessions. Throws `Missing` for any other. */
export async function endOwnSession(ctx: Ctx, personId: string, id: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    if (!isId(id) || !(await endSessionById(ctx, personId, id))) throw new Missing('session')
    await record(ctx, 'session.ended', { thing: 'person', id: personId, agencyId: null, after: { session: id } })
  })
}
