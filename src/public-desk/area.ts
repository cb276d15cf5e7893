import type { Area } from '../platform/area.ts'
import { followCases } from './follow-cases.ts'
import { mindTheDesk } from './jobs/mind-the-desk.ts'
import { tellCitizenJob } from './jobs/tell-citizen.ts'
import { followRoutes } from './web/follow-routes.tsx'
import { publicationRoutes } from './web/publication-routes.tsx'
import { publishedRoutes } from './web/published-routes.tsx'
import { reportRoutes } from './web/report-routes.tsx'

export const publicDeskArea: Area = {
  name: 'public-desk',
  routes: [...reportRoutes, ...followRoutes, ...publishedRoutes, ...publicationRoutes],
  jobs: [tellCitizenJob, mindTheDesk],
  schedules: [{ cron: '0 7 * * *', job: mindTheDesk }],
  follows: followCases,
}
