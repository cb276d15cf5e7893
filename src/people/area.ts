import type { Area } from '../platform/area.ts'
import { mailReset } from './jobs/mail-reset.ts'
import { sweepSignIn } from './jobs/sweep-sign-in.ts'
import { seedSecondFactorRules } from './second-factor.ts'
import { routes } from './web/routes.tsx'

export const peopleArea: Area = {
  name: 'people',
  routes,
  jobs: [sweepSignIn, mailReset],
  schedules: [{ cron: '40 2 * * *', job: sweepSignIn }],
  seed: seedSecondFactorRules,
}
