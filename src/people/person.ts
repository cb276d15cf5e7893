import { hashPassword } from '../platform/auth/password.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { type FieldErrors, Missing } from '../platform/refusal.ts'
import './data/tables.ts'

/** Addresses are kept in small letters: the same one twice is the same person. */
export const tidyEmail = (text: string): string => text.trim().toLowerCase()

/** What is wrong with the particulars of a person; a password of null is none. */
export function refusePerson({
  email,
  name,
  password,
}: {
  email: string
  name: string
  password: string | null
}): FieldErrors {
  const wrong = password === null ? undefined : refusePassword(password)
  return {
    ...(!/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'Tulis alamat surel yang lengkap.' }),
    ...(name.trim() === '' && { name: 'Tulis nama lengkap.' }),
    ...(wrong && { password: wrong }),
  }
}

/** Length is what helps (NIST SP 800-63B); the upper limit keeps a hash cheap to make. */
export function refusePassword(password: string): string | undefined {
  if (password.length < 10) return 'Kata sandi paling sedikit 10 huruf.'
  if (password.length > 500) return 'Kata sandi paling banyak 500 huruf.'
  return undefined
}

/** The person with this address, added when nobody has it yet. Call inside a transaction. */
export async function personWith(ctx: Ctx, email: string, name: string): Promise<string> {
  const known = await ctx.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await ctx.db.insertInto('person').values({ id, name, email, created_at: ctx.now, signed_in_at: null }).execute()
  await record(ctx, 'person.added', { thing: 'person', id, agencyId: null, after: { name } })
  return id
}

/** Sets or replaces the password. Call inside a transaction. */
export async function setPassword(ctx: Ctx, personId: string, password: string): Promise<void> {
  const password_hash = await hashPassword(password)
  await ctx.db
    .insertInto('credential')
    .values({ person_id: personId, password_hash, set_at: ctx.now })
    .onConflict((on) => on.column('person_id').doUpdateSet({ password_hash, set_at: ctx.now }))
    .execute()
  await record(ctx, 'password.set', { thing: 'person', id: personId, agencyId: null })
}

/** Throws `Missing` when there is no such person. */
export async function findPerson(ctx: Ctx, id: string): Promise<{ id: string; name: string; email: string }> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) throw new Missing('person')
  return person
}

export const findPersonByEmail = (ctx: Ctx, email: string): Promise<{ id: string } | undefined> =>
  ctx.db.selectFrom('person').select('id').where('email', '=', tidyEmail(email)).executeTakeFirst()
