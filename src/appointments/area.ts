import { may } from '../agencies/policy.ts'
import type { Area, Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { seedAlarmRules } from './alarm-rules.ts'
import { completing } from './complete-handover.ts'
import { seedRetentionRules } from './erase-holder.ts'
import { findAlarms } from './find-alarms.ts'
import { appointmentPaths } from './paths.ts'
import { raising } from './raise-alarms.ts'
import { telling } from './tell-alarms.ts'
import { routes } from './web/routes.tsx'

export const appointmentsArea: Area = {
  name: 'appointments',
  routes,
  jobs: [completing, raising, telling],
  schedules: [
    { cron: '40 6 * * *', job: raising },
    { cron: '15 9 * * *', job: telling },
  ],
  seed: async (ctx) => {
    await seedAlarmRules(ctx)
    await seedRetentionRules(ctx)
  },
  waiting,
}

/** A head sees the alarms of the own agency; Diskominfostandi those that nobody solved. */
async function waiting(ctx: Ctx): Promise<Waiting[]> {
  if (!may(ctx.actor, 'appointment.make')) return []
  const ofCity = may(ctx.actor, 'agency.manage')
  const alarms = (await findAlarms(ctx)).filter(({ escalated }) => escalated || !ofCity)
  const href = appointmentPaths.alarms.href()
  return [{ text: 'Peringatan jabatan', href, count: alarms.length, urgent: alarms.some(({ escalated }) => escalated) }]
}
