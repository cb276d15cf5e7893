import type { Area } from '../platform/area.ts'
import { sealJob } from './jobs/seal.ts'
import { ownDataRoutes } from './web/own-data-routes.tsx'
import { routes } from './web/routes.tsx'

export const auditArea: Area = {
  name: 'audit',
  routes: [...routes, ...ownDataRoutes],
  jobs: [sealJob],
  schedules: [{ cron: '*/2 * * * *', job: sealJob }],
}
