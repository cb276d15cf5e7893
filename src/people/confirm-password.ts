import { passwordMatches } from '../platform/auth/password.ts'
import { giveBack, takeTry } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { tooManyTries } from './sign-in.ts'
import './data/tables.ts'

/** Whether somebody has a password at all: who only comes by single sign-on or passkey has none. */
export async function hasPassword(ctx: Ctx, personId: string): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('credential')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Asks for the password once more before the keys of an account change, so that a screen left open gives nobody an
 * account. Failures count like those of a sign-in. Who has no password is let pass.
 */
export async function confirmPassword(
  ctx: Ctx,
  { personId, password, ip }: { personId: string; password: string; ip: string },
): Promise<Refusal | undefined> {
  const found = await ctx.db
    .selectFrom('person as p')
    .leftJoin('credential as c', 'c.person_id', 'p.id')
    .select(['p.email', 'c.password_hash as hash'])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  if (found.hash === null) return undefined
  if (password === '') return invalid({ password: 'Tulis kata sandi Anda.' })
  const one = { account: found.email, address: ip }
  if (!(await takeTry(ctx, one))) return invalid({ password: tooManyTries })
  if (!(await passwordMatches(password, found.hash))) return invalid({ password: 'Kata sandi salah.' })
  await giveBack(ctx, one)
  return undefined
}
