import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { openReportsJob } from './jobs/open-reports.ts'
import { reportsWaiting } from './waiting.ts'
import { recapRoutes } from './web/recap-routes.tsx'
import { reportRoutes } from './web/report-routes.tsx'

export const reportsArea: Area = {
  name: 'reports',
  routes: [...reportRoutes, ...recapRoutes, ...apiRoutes],
  jobs: [openReportsJob],
  // On the first; again on the next days, for a machine that slept.
  schedules: [{ cron: '5 0 1-5 * *', job: openReportsJob }],
  waiting: reportsWaiting,
}
