import type { Area } from '../platform/area.ts'
import { fillTurns } from './fill-turns.ts'
import { caseFollowers } from './follow-cases.ts'
import { fillTurnsJob } from './jobs/fill-turns.ts'
import { figureRoutes } from './web/routes.tsx'

export const figuresArea: Area = {
  name: 'figures',
  routes: figureRoutes,
  jobs: [fillTurnsJob],
  schedules: [{ cron: '*/5 * * * *', job: fillTurnsJob }],
  seed: fillTurns,
  follows: caseFollowers,
}
