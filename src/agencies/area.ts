import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { findActor } from './find-people.ts'
import { routes } from './web/routes.tsx'

export const agenciesArea: Area = {
  name: 'agencies',
  routes: [...routes, ...apiRoutes],
  jobs: [],
  schedules: [],
  async rolesOf(ctx, personId) {
    const actor = await findActor(ctx, personId)
    return actor?.kind === 'person' ? actor.grants.map(({ role }) => role) : []
  },
}
