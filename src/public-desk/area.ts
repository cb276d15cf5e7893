import type { Area } from '../platform/area.ts'
import { citizenRoutes } from './web/citizen-routes.tsx'

export const publicDeskArea: Area = {
  name: 'public-desk',
  routes: [...citizenRoutes],
  jobs: [],
  schedules: [],
}
