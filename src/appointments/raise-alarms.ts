import { sql } from 'kysely'
import { isReporting } from '../agencies/agency.ts'
import { findAgencies } from '../agencies/find-agencies.ts'
import type { Role } from '../agencies/policy.ts'
import { lockPerson } from '../people/lock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { job, later } from '../platform/queue/queue.ts'
import { addDays, dayInWib, startOfDay } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type Alarm, type AlarmDays, alarmsOf, type Held, isIdle } from './alarm.ts'
import { findAlarmDays } from './alarm-rules.ts'
import { telling } from './tell-alarms.ts'
import './data/tables.ts'

/**
 * Looks at the posts of all agencies: raises what is newly wrong, ends what is solved, escalates what nobody solved,
 * and locks accounts unused for too long. Done twice on a day, nothing more happens.
 */
export async function raiseAlarms(ctx: Ctx): Promise<void> {
  const days = await findAlarmDays(ctx)
  const today = dayInWib(ctx.now)
  const held = await findHeld(ctx, today)
  await transaction(ctx, async (ctx) => {
    const wrong = (await findAgencies(ctx))
      .filter(isReporting)
      .flatMap(({ id }) => alarmsOf(id, held.get(id) ?? [], days, today).map((alarm) => ({ ...alarm, agencyId: id })))
    await solveAllBut(ctx, new Set(wrong.map(({ key }) => key)))
    for (const alarm of wrong) await raise(ctx, alarm)
    await escalate(ctx, days)
    await lockIdle(ctx, [...held.values()].flat(), days, today)
    await later(ctx, telling, {})
  })
}

/** By agency: who holds a post today or will. */
async function findHeld(ctx: Ctx, today: string): Promise<Map<string, Held[]>> {
  const rows = await ctx.db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.agency_id', 'is not', null)
    .where((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', today)]))
    .select([
      'a.id as appointmentId',
      'a.person_id as personId',
      'a.agency_id as agencyId',
      'a.role',
      'a.deputy',
      'a.from_day as from',
      'a.to_day as to',
      'p.signed_in_at as signedInAt',
      // An account that was opened again begins anew, else it would be locked the next morning.
      (select) =>
        select
          .selectFrom('event')
          .where('thing', '=', 'person')
          .where('action', '=', 'person.unlocked')
          .where('thing_id', '=', sql<string>`p.id::text`)
          .select(({ fn }) => fn.max('at').as('at'))
          .as('unlockedAt'),
    ])
    .execute()
  const held = new Map<string, Held[]>()
  for (const { agencyId, signedInAt, unlockedAt, role, ...rest } of rows) {
    const seen = Math.max(signedInAt?.getTime() ?? 0, unlockedAt?.getTime() ?? 0)
    const one = { ...rest, role: role as Role, seen: seen === 0 ? null : dayInWib(new Date(seen)) }
    held.set(agencyId ?? '', [...(held.get(agencyId ?? '') ?? []), one])
  }
  return held
}

async function solveAllBut(ctx: Ctx, keys: ReadonlySet<string>): Promise<void> {
  const open = await ctx.db
    .selectFrom('alarm')
    .select(['id', 'key', 'kind', 'agency_id'])
    .where('solved_at', 'is', null)
    .execute()
  for (const { id, key, kind, agency_id } of open) {
    if (keys.has(key)) continue
    await ctx.db.updateTable('alarm').set({ solved_at: ctx.now }).where('id', '=', id).execute()
    await record(ctx, 'alarm.solved', { thing: 'alarm', id, agencyId: agency_id, after: { kind } })
  }
}

async function raise(ctx: Ctx, alarm: Alarm & { agencyId: string }): Promise<void> {
  const { key, kind, agencyId, personId, appointmentId } = alarm
  const raised = await ctx.db
    .insertInto('alarm')
    .values({
      id: newId(),
      key,
      kind,
      agency_id: agencyId,
      person_id: personId,
      appointment_id: appointmentId,
      raised_at: ctx.now,
      // Without a head there is nobody in the agency to tell.
      escalated_at: kind === 'head-missing' ? ctx.now : null,
      solved_at: null,
    })
    .onConflict((conflict) => conflict.column('key').where('solved_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (raised) await record(ctx, 'alarm.raised', { thing: 'alarm', id: raised.id, agencyId, after: { kind, personId } })
}

async function escalate(ctx: Ctx, { escalation }: AlarmDays): Promise<void> {
  const escalated = await ctx.db
    .updateTable('alarm')
    .set({ escalated_at: ctx.now })
    .where('solved_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('raised_at', '<', startOfDay(addDays(dayInWib(ctx.now), 1 - escalation)))
    .returning(['id', 'kind', 'agency_id'])
    .execute()
  for (const { id, kind, agency_id } of escalated)
    await record(ctx, 'alarm.escalated', { thing: 'alarm', id, agencyId: agency_id, after: { kind } })
}

/** An account counts as unused only when it is so in every office the person holds. */
async function lockIdle(ctx: Ctx, held: readonly Held[], { idleLock }: AlarmDays, today: string): Promise<void> {
  const used = new Set(held.filter((one) => !isIdle(one, idleLock, today)).map(({ personId }) => personId))
  const idle = new Set(held.map(({ personId }) => personId).filter((personId) => !used.has(personId)))
  for (const personId of idle) await lockPerson(ctx, { personId, reason: `tidak dipakai selama ${idleLock} hari` })
}

export const raising = job({ name: 'appointments.raise-alarms', run: raiseAlarms })
