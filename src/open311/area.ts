import type { Area } from '../platform/area.ts'
import { seedServices } from './find-services.ts'
import { open311Routes } from './web/routes.ts'

export const open311Area: Area = {
  name: 'open311',
  routes: open311Routes,
  jobs: [],
  schedules: [],
  seed: seedServices,
}
