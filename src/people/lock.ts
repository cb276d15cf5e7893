import { endAllSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'

/** Holds the row of a person until the end of the transaction: locking and signing in wait for one another. */
const holdPerson = (ctx: Ctx, personId: string) =>
  ctx.db.selectFrom('person').select(['id', 'name', 'email']).where('id', '=', personId).forUpdate().executeTakeFirst()

/**
 * Locks an account: all its sessions end, and signing in is refused with `reason` and whom to ask. Locking it again
 * changes nothing. Whether the actor may do this is for the caller to ask the policy. `reason` is a part of a
 * sentence in Indonesian, shown to the person: `tidak dipakai selama 90 hari`.
 */
export async function lockPerson(ctx: Ctx, { personId, reason }: { personId: string; reason: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await holdPerson(ctx, personId)
    const locked = await ctx.db
      .insertInto('person_lock')
      .values({ person_id: personId, reason, locked_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    const ended = await endAllSessions(ctx, personId)
    if (locked)
      await record(ctx, 'person.locked', { thing: 'person', id: personId, agencyId: null, after: { reason, ended } })
  })
}

/** Opens a locked account again. Opening one that is not locked changes nothing. */
export async function unlockPerson(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const lock = await ctx.db
      .deleteFrom('person_lock')
      .where('person_id', '=', personId)
      .returning('reason')
      .executeTakeFirst()
    if (lock) await record(ctx, 'person.unlocked', { thing: 'person', id: personId, agencyId: null, before: lock })
  })
}

/** Why this account is locked, or null. Inside a transaction nobody locks it before that has ended. */
export async function findLock(ctx: Ctx, personId: string): Promise<{ reason: string; lockedAt: Date } | null> {
  if (ctx.db.isTransaction) await holdPerson(ctx, personId)
  const lock = await ctx.db
    .selectFrom('person_lock')
    .select(['reason', 'locked_at as lockedAt'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return lock ?? null
}

/** What somebody reads who tries to enter a locked account. */
export const lockWords = ({ reason }: { reason: string }): string =>
  `Akun ini dikunci: ${reason}. Mintalah kepala perangkat daerah Anda atau Diskominfostandi untuk membukanya.`
