import type { Area } from '../platform/area.ts'
import { routes } from './web/routes.tsx'

export const peopleArea: Area = { name: 'people', routes, jobs: [], schedules: [] }
