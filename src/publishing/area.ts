import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { seedContributorRules } from './contributor-rules.ts'
import { handOverDrafts } from './hand-over.ts'
import { turnTheDay } from './jobs/turn-the-day.ts'
import { contentWaiting } from './waiting.ts'
import { contributorRoutes } from './web/contributor-routes.tsx'
import { handInRoutes } from './web/hand-in-routes.tsx'
import { staffRoutes } from './web/routes.tsx'
import { siteRoutes } from './web/site-routes.tsx'
import { sitesRoutes } from './web/sites-routes.tsx'

export const publishingArea: Area = {
  name: 'publishing',
  routes: [...staffRoutes, ...contributorRoutes, ...handInRoutes, ...sitesRoutes, ...siteRoutes, ...apiRoutes],
  jobs: [turnTheDay],
  schedules: [{ cron: '0 0 * * *', job: turnTheDay }],
  seed: seedContributorRules,
  handOver: handOverDrafts,
  waiting: contentWaiting,
}
