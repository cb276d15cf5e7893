import type { Area } from '../platform/area.ts'
import { followRoutes } from './web/follow-routes.tsx'
import { publicationRoutes } from './web/publication-routes.tsx'
import { publishedRoutes } from './web/published-routes.tsx'
import { reportRoutes } from './web/report-routes.tsx'

export const publicDeskArea: Area = {
  name: 'public-desk',
  routes: [...reportRoutes, ...followRoutes, ...publishedRoutes, ...publicationRoutes],
  jobs: [],
  schedules: [],
}
