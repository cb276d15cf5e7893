import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { handOverDrafts } from './hand-over.ts'
import { turnTheDay } from './jobs/turn-the-day.ts'
import { contentWaiting } from './waiting.ts'
import { staffRoutes } from './web/routes.tsx'
import { siteRoutes } from './web/site-routes.tsx'
import { sitesRoutes } from './web/sites-routes.tsx'

export const publishingArea: Area = {
  name: 'publishing',
  routes: [...staffRoutes, ...sitesRoutes, ...siteRoutes, ...apiRoutes],
  jobs: [turnTheDay],
  schedules: [{ cron: '0 0 * * *', job: turnTheDay }],
  handOver: handOverDrafts,
  waiting: contentWaiting,
}
