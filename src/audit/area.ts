import type { Area } from '../platform/area.ts'
import { sealJob } from './jobs/seal.ts'
import { routes } from './web/routes.tsx'

export const auditArea: Area = {
  name: 'audit',
  routes,
  jobs: [sealJob],
  schedules: [{ cron: '*/2 * * * *', job: sealJob }],
}
