import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { AlarmKind } from './alarm.ts'
import './data/tables.ts'

export interface OpenAlarm {
  id: string
  kind: AlarmKind
  agencyId: string
  agencyName: string
  personId: string | null
  personName: string | null
  appointmentId: string | null
  raisedAt: Date
  escalated: boolean
}

/** Open alarms of the agencies whose posts this actor answers for, the oldest first. */
export async function findAlarms(ctx: Ctx): Promise<OpenAlarm[]> {
  const scope = scopeOf(ctx.actor, 'appointment.make')
  const today = dayInWib(ctx.now)
  const rows = await ctx.db
    .selectFrom('alarm')
    .innerJoin('agency_name as n', (join) =>
      join
        .onRef('n.agency_id', '=', 'alarm.agency_id')
        .on('n.from_day', '<=', today)
        .on((where) => where.or([where('n.to_day', 'is', null), where('n.to_day', '>', today)])),
    )
    .leftJoin('person as p', 'p.id', 'alarm.person_id')
    .where('alarm.solved_at', 'is', null)
    .$if(scope !== 'all', (query) => query.where('alarm.agency_id', 'in', [...scope, '']))
    .select([
      'alarm.id',
      'alarm.kind',
      'alarm.agency_id as agencyId',
      'n.name as agencyName',
      'alarm.person_id as personId',
      'p.name as personName',
      'alarm.appointment_id as appointmentId',
      'alarm.raised_at as raisedAt',
      'alarm.escalated_at as escalatedAt',
    ])
    .orderBy('alarm.raised_at')
    .orderBy('n.name')
    .execute()
  return rows.map(({ escalatedAt, ...row }) => ({ ...row, escalated: escalatedAt !== null }))
}
