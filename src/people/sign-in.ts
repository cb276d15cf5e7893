import { passwordMatches, wasteTime } from '../platform/auth/password.ts'
import { endAllSessions, endSession, type OpenedSession, openSession } from '../platform/auth/sessions.ts'
import { clearFailures, countFailure, tooManyFailures } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { tidyEmail } from './person.ts'
import './data/tables.ts'

export interface SignIn {
  email: string
  password: string
  /** The browser's words about itself, for the list of sessions. */
  device: string
  ip: string
}

/** Opens a session. Which of address and password was wrong is never said. */
export async function signIn(ctx: Ctx, input: SignIn): Promise<OpenedSession | Refusal> {
  const email = tidyEmail(input.email)
  if (email === '' || input.password === '') return invalid({ '': 'Isi alamat surel dan kata sandi.' })
  if (await tooManyFailures(ctx, email, input.ip))
    return invalid({ '': 'Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi.' })
  const person = await personWithPassword(ctx, email, input.password)
  if (!person) {
    await countFailure(ctx, email, input.ip)
    return invalid({ '': 'Alamat surel atau kata sandi salah.' })
  }
  const { id, name } = person
  return transaction({ ...ctx, actor: { kind: 'person', id, name, grants: [] } }, async (ctx) => {
    await clearFailures(ctx, email)
    await ctx.db.updateTable('person').set({ signed_in_at: ctx.now }).where('id', '=', id).execute()
    await record(ctx, 'person.signed-in', { thing: 'person', id, agencyId: null })
    return openSession(ctx, id, input.device)
  })
}

async function personWithPassword(
  ctx: Ctx,
  email: string,
  password: string,
): Promise<{ id: string; name: string } | false> {
  const found = await ctx.db
    .selectFrom('person')
    .innerJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'person.name', 'credential.password_hash'])
    .where('person.email', '=', email)
    .executeTakeFirst()
  if (!found) return wasteTime(password)
  return (await passwordMatches(password, found.password_hash)) && found
}

export async function signOut(ctx: Ctx, token: string): Promise<void> {
  await endSession(ctx, token)
}

/** Ends every session of the person who asks, on all devices. */
export async function signOutEverywhere(ctx: Ctx): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== 'person') return 0
  return transaction(ctx, async (ctx) => {
    const ended = await endAllSessions(ctx, actor.id)
    await record(ctx, 'person.signed-out-everywhere', {
      thing: 'person',
      id: actor.id,
      agencyId: null,
      after: { ended },
    })
    return ended
  })
}
