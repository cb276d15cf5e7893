import { personWith, refusePerson, setPassword, tidyEmail } from '../people/person.ts'
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
  /** The operator's deputy. */
  deputy?: boolean
}

/**
 * Adds an appointment, and the person with it when nobody has this address yet. Adding the same again changes
 * nothing but the password. Throws `Missing` for an unknown agency.
 */
export async function addPerson(ctx: Ctx, input: NewPerson): Promise<{ id: string } | Refusal> {
  const email = tidyEmail(input.email)
  const errors = { ...refusePerson({ ...input, email }), ...refuseRole(input.role, input.agencyId) }
  if (Object.keys(errors).length > 0) return invalid(errors)
  if (input.agencyId !== null) await findAgency(ctx, input.agencyId)
  return transaction(ctx, async (ctx) => {
    const id = await personWith(ctx, email, input.name.trim())
    if (input.password !== null) await setPassword(ctx, id, input.password)
    await appoint(ctx, id, input)
    return { id }
  })
}

async function appoint(
  ctx: Ctx,
  personId: string,
  { role, agencyId, from, decree, deputy = false }: NewPerson,
): Promise<void> {
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
      deputy,
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
