import { hashPassword } from '../platform/auth/password.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { findAgency } from './find-agencies.ts'
import { refuseRole } from './role.ts'
import './data/tables.ts'

export interface NewPerson {
  email: string
  name: string
  role: string
  agencyId: string | null
  /** Null: the person exists, but cannot sign in by password. */
  password: string | null
  /** First day of the appointment (WIB); default today. */
  from?: string
  decree?: string | null
}

/**
 * Adds an appointment, and the person with it when nobody has this address yet. Adding the same again changes
 * nothing but the password. Throws `Missing` for an unknown agency.
 */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<{ id: string } | Refusal> {
  const email = input.email.trim().toLowerCase()
  const errors = refuseRole(input.role, input.agencyId)
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) errors.email = 'Tulis alamat surel yang lengkap.'
  if (input.name.trim() === '') errors.name = 'Tulis nama lengkap.'
  if (input.password !== null && input.password.length < 10) errors.password = 'Kata sandi paling sedikit 10 huruf.'
  if (Object.keys(errors).length > 0) return invalid(errors)
  if (input.agencyId !== null) await findAgency(ctx, input.agencyId)
  const passwordHash = input.password === null ? null : await hashPassword(input.password)
  return transaction(ctx, async (ctx) => {
    const id = await personWith(ctx, email, input.name.trim())
    if (passwordHash !== null) await setPassword(ctx, id, passwordHash)
    await appoint(ctx, id, input)
    return { id }
  })
}

async function personWith(ctx: Ctx, email: string, name: string): Promise<string> {
  const known = await ctx.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await ctx.db.insertInto('person').values({ id, name, email, created_at: ctx.now, signed_in_at: null }).execute()
  await record(ctx, 'person.added', { thing: 'person', id, agencyId: null, after: { name, email } })
  return id
}

async function setPassword(ctx: Ctx, personId: string, passwordHash: string): Promise<void> {
  await ctx.db
    .insertInto('credential')
    .values({ person_id: personId, password_hash: passwordHash, set_at: ctx.now })
    .onConflict((on) => on.column('person_id').doUpdateSet({ password_hash: passwordHash, set_at: ctx.now }))
    .execute()
  await record(ctx, 'password.set', { thing: 'person', id: personId, agencyId: null })
}

async function appoint(ctx: Ctx, personId: string, { role, agencyId, from, decree }: NewPerson): Promise<void> {
  const held = await ctx.db
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('agency_id', 'is not distinct from', agencyId)
    .where('to_day', 'is', null)
    .executeTakeFirst()
  if (held) return
  const id = newId()
  const fromDay = from ?? dayInWib(ctx.now)
  await ctx.db
    .insertInto('appointment')
    .values({
      id,
      person_id: personId,
      role,
      agency_id: agencyId,
      from_day: fromDay,
      to_day: null,
      decree: decree ?? null,
      created_at: ctx.now,
    })
    .execute()
  await record(ctx, 'appointment.made', {
    thing: 'appointment',
    id,
    agencyId,
    after: { personId, role, from: fromDay, decree: decree ?? null },
  })
}
