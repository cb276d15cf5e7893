import { may, type Role, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Appointment } from './appointment.ts'

const columns = [
  'a.id',
  'a.person_id as personId',
  'p.name as personName',
  'a.role',
  'a.agency_id as agencyId',
  'a.from_day as from',
  'a.to_day as to',
  'a.decree',
  'a.acting',
  'a.deputy',
  'a.version',
] as const

const all = (ctx: Ctx) => ctx.db.selectFrom('appointment as a').innerJoin('person as p', 'p.id', 'a.person_id')

const typed = <R extends { role: string }>(row: R): R & { role: Role } => ({ ...row, role: row.role as Role })

/**
 * Every appointment an agency ever had, the latest first; those ended the day they began were never held. Throws
 * `Missing` for an agency whose people this actor may not see.
 */
export async function findAppointments(ctx: Ctx, agencyId: string): Promise<Appointment[]> {
  if (!may(ctx.actor, 'agency.read', agencyId)) throw new Missing(`appointments of ${agencyId}`)
  const rows = await all(ctx)
    .where('a.agency_id', '=', agencyId)
    .where((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', where.ref('a.from_day'))]))
    .select(columns)
    .orderBy('a.from_day', 'desc')
    .orderBy('a.role')
    .execute()
  return rows.map(typed)
}

/** One appointment, to look at. Throws `Missing`, also for what this actor may not see. */
export async function findAppointment(ctx: Ctx, id: string): Promise<Appointment> {
  const row = isId(id) ? await all(ctx).where('a.id', '=', id).select(columns).executeTakeFirst() : undefined
  if (!row || !visible(ctx, row.agencyId)) throw new Missing(`appointment ${id}`)
  return typed(row)
}

/** The same, locked until the end of the transaction, to change it. */
export async function lockAppointment(ctx: Ctx, id: string): Promise<Appointment> {
  const found = await findAppointment(ctx, id)
  const row = await all(ctx).where('a.id', '=', found.id).select(columns).forUpdate('a').executeTakeFirstOrThrow()
  return typed(row)
}

const visible = (ctx: Ctx, agencyId: string | null): boolean => {
  const scope = scopeOf(ctx.actor, 'agency.read')
  return scope === 'all' || (agencyId !== null && scope.includes(agencyId))
}

/** Whoever holds this post of an agency on a day, if anybody does. */
export async function holderOn(
  ctx: Ctx,
  post: { agencyId: string; role: Role; deputy: boolean },
  day: string,
): Promise<Appointment | undefined> {
  const row = await all(ctx)
    .where('a.agency_id', '=', post.agencyId)
    .where('a.role', '=', post.role)
    .where('a.deputy', '=', post.deputy)
    .where('a.from_day', '<=', day)
    .where((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', day)]))
    .select(columns)
    .executeTakeFirst()
  return row && typed(row)
}
