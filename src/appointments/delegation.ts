import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { isId, newId } from '../platform/id.ts'
import { conflict, forbidden, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { unlessOverlapping } from './appoint.ts'
import './data/tables.ts'

/** A head lets a reviewer of the agency approve in the head's place, from a day to a day (excluded). */
export interface Delegation {
  id: string
  agencyId: string
  headName: string
  delegateName: string
  from: string
  to: string
  reason: string
}

export interface NewDelegation {
  agencyId: string
  delegateId: string
  from: string
  to: string
  reason: string
}

/** Only the head of today delegates, only to a reviewer of the agency, and only for a stated time and reason. */
export async function delegate(ctx: Ctx, input: NewDelegation): Promise<{ id: string } | Refusal> {
  const { agencyId, delegateId, from, to, reason } = input
  const { actor } = ctx
  if (actor.kind !== 'person' || !may(actor, 'delegation.make', agencyId)) return forbidden()
  const errors = {
    ...(!(from >= dayInWib(ctx.now)) && { from: 'Delegasi dimulai hari ini atau sesudahnya.' }),
    ...(!(to > from) && { to: 'Tanggal berakhir harus sesudah tanggal mulai.' }),
    ...(reason.trim() === '' && { reason: 'Tulis alasan delegasi, misalnya cuti atau dinas luar.' }),
    ...(!(await isReviewer(ctx, agencyId, delegateId)) && { delegateId: 'Pilih pemeriksa perangkat daerah ini.' }),
  }
  if (Object.keys(errors).length > 0) return invalid(errors)
  const made = await unlessOverlapping(ctx, async (ctx) => {
    const id = newId()
    await ctx.db
      .insertInto('delegation')
      .values({
        id,
        agency_id: agencyId,
        head_id: actor.id,
        delegate_id: delegateId,
        from_day: from,
        to_day: to,
        reason: reason.trim(),
        made_at: ctx.now,
      })
      .execute()
    await record(ctx, 'delegation.made', { thing: 'delegation', id, agencyId, after: { delegateId, from, to, reason } })
    return { id }
  })
  return made
}

async function isReviewer(ctx: Ctx, agencyId: string, personId: string): Promise<boolean> {
  if (!isId(personId)) return false
  const found = await ctx.db
    .selectFrom('appointment')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('role', '=', 'reviewer')
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>', dayInWib(ctx.now))]))
    .executeTakeFirst()
  return found !== undefined
}

/** The head takes a delegation back: it ends today. */
export async function endDelegation(ctx: Ctx, id: string): Promise<{ agencyId: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = isId(id)
      ? await ctx.db.selectFrom('delegation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      : undefined
    if (!found || !may(ctx.actor, 'agency.read', found.agency_id)) throw new Missing(`delegation ${id}`)
    if (!may(ctx.actor, 'delegation.make', found.agency_id)) return forbidden()
    const today = dayInWib(ctx.now)
    if (found.to_day <= today) return conflict('Delegasi ini sudah berakhir.')
    // One that has not begun ends the day it would have begun.
    const [, to = today] = [today, found.from_day].sort()
    await ctx.db.updateTable('delegation').set({ to_day: to }).where('id', '=', id).execute()
    const change = { before: { to: found.to_day }, after: { to } }
    await record(ctx, 'delegation.ended', { thing: 'delegation', id, agencyId: found.agency_id, ...change })
    return { agencyId: found.agency_id }
  })
}

const all = (ctx: Ctx) =>
  ctx.db
    .selectFrom('delegation as d')
    .innerJoin('person as h', 'h.id', 'd.head_id')
    .innerJoin('person as p', 'p.id', 'd.delegate_id')
    .where((where) => where('d.to_day', '>', where.ref('d.from_day')))
    .select([
      'd.id',
      'd.agency_id as agencyId',
      'h.name as headName',
      'p.name as delegateName',
      'd.from_day as from',
      'd.to_day as to',
      'd.reason',
    ])

/** The delegations of an agency that were in force at least a day, the latest first. */
export const findDelegations = (ctx: Ctx, agencyId: string): Promise<Delegation[]> =>
  all(ctx).where('d.agency_id', '=', agencyId).orderBy('d.from_day', 'desc').execute()

/** By which delegation this person approves for the head today; undefined when none is in force. */
export const delegationOf = (ctx: Ctx, agencyId: string, personId: string): Promise<Delegation | undefined> =>
  all(ctx)
    .where('d.agency_id', '=', agencyId)
    .where('d.delegate_id', '=', personId)
    .where('d.from_day', '<=', dayInWib(ctx.now))
    .where('d.to_day', '>', dayInWib(ctx.now))
    .executeTakeFirst()
