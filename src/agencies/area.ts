import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { routes } from './web/routes.tsx'

export const agenciesArea: Area = { name: 'agencies', routes: [...routes, ...apiRoutes], jobs: [], schedules: [] }
