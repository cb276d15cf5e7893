import { workingMinutesBetween } from '../platform/calendar/due-after.ts'
import { findCalendar } from '../platform/calendar/find-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { job } from '../platform/queue/queue.ts'
import { addDays, dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { alarmKinds } from './alarm.ts'
import { appointmentPaths } from './paths.ts'
import './data/tables.ts'

/**
 * Mails each owner of open alarms one digest a week, of what they were not told before, and only in office hours: the
 * head of the agency, and Diskominfostandi for what is escalated. Run again, nothing is sent twice.
 */
export async function tellAlarms(ctx: Ctx): Promise<void> {
  const calendar = await findCalendar(ctx)
  if (workingMinutesBetween(calendar, ctx.now, new Date(ctx.now.getTime() + 60_000)) === 0) return
  const untold = await findUntold(ctx)
  for (const [personId, alarms] of Map.groupBy(untold, ({ personId }) => personId))
    await transaction(ctx, (ctx) => tellOne(ctx, personId, alarms))
}

interface Untold {
  personId: string
  email: string
  personName: string
  alarmId: string
  kind: keyof typeof alarmKinds
  agencyName: string
}

/** Open alarms with those who answer for them and have not been told. */
async function findUntold(ctx: Ctx): Promise<Untold[]> {
  const today = dayInWib(ctx.now)
  return ctx.db
    .selectFrom('alarm')
    .innerJoin('agency_name as n', (join) =>
      join
        .onRef('n.agency_id', '=', 'alarm.agency_id')
        .on('n.from_day', '<=', today)
        .on((where) => where.or([where('n.to_day', 'is', null), where('n.to_day', '>', today)])),
    )
    .innerJoin('appointment as a', (join) =>
      join
        .on('a.from_day', '<=', today)
        .on((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', today)]))
        .on((where) =>
          where.or([
            where.and([where('a.role', '=', 'head'), where('a.agency_id', '=', where.ref('alarm.agency_id'))]),
            where.and([
              where('a.role', 'in', ['comms-officer', 'comms-head']),
              where('alarm.escalated_at', 'is not', null),
            ]),
          ]),
        ),
    )
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('alarm_told as t', (join) => join.onRef('t.alarm_id', '=', 'alarm.id').onRef('t.person_id', '=', 'p.id'))
    .where('alarm.solved_at', 'is', null)
    .where('t.alarm_id', 'is', null)
    .distinct()
    .select([
      'p.id as personId',
      'p.email',
      'p.name as personName',
      'alarm.id as alarmId',
      'alarm.kind',
      'n.name as agencyName',
    ])
    .orderBy('n.name')
    .execute()
}

async function tellOne(ctx: Ctx, personId: string, alarms: readonly Untold[]): Promise<void> {
  const [first] = alarms
  if (!first) return
  const href = `${ctx.platform.config.baseUrl}${appointmentPaths.alarms.href()}`
  const mailId = await sendMail(ctx, {
    to: first.email,
    subject: `${alarms.length} hal menunggu Anda di Kentongan`,
    body: [
      `Yth. ${first.personName},`,
      '',
      ...alarms.map(({ agencyName, kind }) => `- ${agencyName}: ${alarmKinds[kind]}.`),
      '',
      'Setiap hal memiliki tombol penyelesaian di halaman ini:',
      href,
    ].join('\n'),
    key: `alarms:${personId}:${mondayOf(dayInWib(ctx.now))}`,
  })
  if (mailId === null) return
  const told = alarms.map(({ alarmId }) => ({ alarm_id: alarmId, person_id: personId, at: ctx.now }))
  await ctx.db.insertInto('alarm_told').values(told).execute()
}

/** The Monday of the week of a WIB day: one digest a week. */
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

export const telling = job<Record<never, never>>({ name: 'appointments.tell-alarms', run: tellAlarms })
