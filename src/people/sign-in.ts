import { passwordMatches, wasteTime } from '../platform/auth/password.ts'
import { endAllSessions, endSession } from '../platform/auth/sessions.ts'
import { giveBack, takeTry } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Entered, type Entrance, enter } from './enter.ts'
import { tidyEmail } from './person.ts'
import './data/tables.ts'

export interface SignIn extends Entrance {
  email: string
  password: string
}

export const tooManyTries = 'Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi.'

/** Address and password. Which of them was wrong is never said. */
export async function signIn(ctx: Ctx, input: SignIn): Promise<Entered | Refusal> {
  const email = tidyEmail(input.email)
  if (email === '' || input.password === '') return invalid({ '': 'Isi alamat surel dan kata sandi.' })
  const one = { account: email, address: input.ip }
  if (!(await takeTry(ctx, one))) return invalid({ '': tooManyTries })
  const person = await personWithPassword(ctx, email, input.password)
  if (!person) return invalid({ '': 'Alamat surel atau kata sandi salah.' })
  await giveBack(ctx, one)
  return enter(ctx, { ...input, personId: person.id, method: 'password', strong: false })
}

async function personWithPassword(ctx: Ctx, email: string, password: string): Promise<{ id: string } | false> {
  const found = await ctx.db
    .selectFrom('person')
    .innerJoin('credential', 'credential.person_id', 'person.id')
    .select(['person.id', 'credential.password_hash'])
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
