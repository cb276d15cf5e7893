import type { Area } from '../platform/area.ts'
import { followRoutes } from './web/follow-routes.tsx'
import { reportRoutes } from './web/report-routes.tsx'

export const publicDeskArea: Area = {
  name: 'public-desk',
  routes: [...reportRoutes, ...followRoutes],
  jobs: [],
  schedules: [],
}
