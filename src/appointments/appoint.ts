import { sql } from 'kysely'
import { findAgency } from '../agencies/find-agencies.ts'
import { invite } from '../people/invite.ts'
import { personWith, refusePerson, tidyEmail } from '../people/person.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { mayAppoint, overlapIn, refuseTerm, type Term } from './appointment.ts'
import './data/tables.ts'

export interface NewAppointment extends Term {
  name: string
  email: string
}

/**
 * Appoints a person to a role; the person is added when nobody has this address, and invited by mail when they have
 * never signed in. Days may lie in the past or the future. An overlap is a conflict that says with what.
 */
export async function appoint(ctx: Ctx, input: NewAppointment): Promise<{ id: string; personId: string } | Refusal> {
  if (!mayAppoint(ctx.actor, input.role, input.agencyId)) return forbidden()
  const email = tidyEmail(input.email)
  const errors = { ...refusePerson({ email, name: input.name, password: null }), ...refuseTerm(input) }
  if (Object.keys(errors).length > 0) return invalid(errors)
  if (input.agencyId !== null) await findAgency(ctx, input.agencyId)
  return unlessOverlapping(ctx, async (ctx) => {
    const personId = await personWith(ctx, email, input.name.trim())
    const id = await insertAppointment(ctx, personId, input)
    await inviteNewcomer(ctx, personId)
    return { id, personId }
  })
}

/** Writes an appointment and its event. Call inside a transaction; the database refuses overlaps by an error. */
export async function insertAppointment(ctx: Ctx, personId: string, term: Term): Promise<string> {
  const id = newId()
  const { role, agencyId, from, to, acting, deputy } = term
  const decree = term.decree.trim() || null
  await ctx.db
    .insertInto('appointment')
    .values({
      id,
      person_id: personId,
      role,
      agency_id: agencyId,
      from_day: from,
      to_day: to,
      decree,
      acting,
      deputy,
      created_at: ctx.now,
    })
    .execute()
  const after = { personId, role, from, to, decree, acting, deputy }
  await record(ctx, 'appointment.made', { thing: 'appointment', id, agencyId, after })
  return id
}

/** Somebody who has never been in gets a link to come in. */
export async function inviteNewcomer(ctx: Ctx, personId: string): Promise<void> {
  const { signed_in_at } = await ctx.db
    .selectFrom('person')
    .select('signed_in_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (signed_in_at === null) await invite(ctx, { personId })
}

/** Turns the database's refusal of an overlap into words; what `work` wrote is undone, the transaction lives on. */
export async function unlessOverlapping<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T | Refusal> {
  return transaction(ctx, async (ctx) => {
    await sql`savepoint before_overlap`.execute(ctx.db)
    try {
      return await work(ctx)
    } catch (error) {
      const words = overlapIn(error)
      if (words === undefined) throw error
      await sql`rollback to savepoint before_overlap`.execute(ctx.db)
      return conflict(words)
    }
  })
}
