import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { scanAll } from './jobs/scan-all.ts'
import { scanAgain, scanOne } from './jobs/scan-one.ts'
import { monitoringPaths } from './paths.ts'
import { registerHosted } from './register-hosted.ts'
import { routes } from './web/routes.tsx'
import { websiteStates } from './website-states.ts'

export const monitoringArea: Area = {
  name: 'monitoring',
  routes: [...routes, ...apiRoutes],
  jobs: [scanOne, scanAgain, scanAll],
  // 00.20, 06.20, 12.20 and 18.20 WIB: not on the hour, when everybody's jobs run
  schedules: [{ cron: '20 */6 * * *', job: scanAll }],
  follows: { 'site.opened': registerHosted },
  registerColumn: {
    head: 'Situs',
    cells: async (ctx, agencyIds) => {
      const states = await websiteStates(ctx, agencyIds)
      return new Map(
        [...states].map(([agencyId, { id, words, tone }]) => {
          const href = monitoringPaths.website.href({ website: id })
          return [agencyId, { text: words, tone, href }] as const
        }),
      )
    },
  },
}
