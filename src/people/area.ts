import type { Area } from '../platform/area.ts'
import { sweepSignIn } from './jobs/sweep-sign-in.ts'
import { seedSecondFactorRules } from './second-factor.ts'
import { routes } from './web/routes.tsx'

export const peopleArea: Area = {
  name: 'people',
  routes,
  jobs: [sweepSignIn],
  schedules: [{ cron: '40 2 * * *', job: sweepSignIn }],
  seed: seedSecondFactorRules,
}
