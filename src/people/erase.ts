import { endAllSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import { lockPerson } from './lock.ts'
import './data/tables.ts'
import '../platform/mail/tables.ts'

/**
 * Takes away all that lets a person be reached or sign in: address, password, second factor, passkeys, links, mails
 * (UU 27/2022). The name and the offices stay: they are the office's record, not the person's. Whether the time has
 * come and the actor may is for the caller to ask. Erasing again changes nothing.
 */
export async function erasePerson(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const { db } = ctx
    const { email } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (email === erasedAddress(personId)) return
    await endAllSessions(ctx, personId)
    for (const table of [
      'credential',
      'second_factor',
      'recovery_code',
      'passkey_challenge',
      'passkey',
      'sso_identity',
      'mail_link',
    ] as const)
      await db.deleteFrom(table).where('person_id', '=', personId).execute()
    const blank = { recipient: erasedAddress(personId), body: '', subject: 'Sudah dihapus' }
    await db.updateTable('mail').set(blank).where('recipient', '=', email).execute()
    await db
      .updateTable('person')
      .set({ email: erasedAddress(personId) })
      .where('id', '=', personId)
      .execute()
    await lockPerson(ctx, { personId, reason: 'data pribadi sudah dihapus' })
    await record(ctx, 'person.erased', { thing: 'person', id: personId, agencyId: null })
  })
}

/** An address that can never be one (RFC 2606). */
const erasedAddress = (personId: string): string => `${personId}@terhapus.invalid`
