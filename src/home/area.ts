import type { Area } from '../platform/area.ts'
import { routes } from './web/routes.tsx'

export const homeArea: Area = { name: 'home', routes, jobs: [], schedules: [] }
