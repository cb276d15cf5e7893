import type { Area } from '../platform/area.ts'
import { completing } from './complete-handover.ts'
import { routes } from './web/routes.tsx'

export const appointmentsArea: Area = { name: 'appointments', routes, jobs: [completing], schedules: [] }
