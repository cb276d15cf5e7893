import { get, html } from '../../platform/http/route.ts'
import { findSites } from '../../publishing/find-sites.ts'
import { homePaths } from '../paths.ts'
import { FrontPage } from './front-page.tsx'
import { HomePage } from './home-page.tsx'
import { SettingsPage } from './settings-page.tsx'

export const routes = [
  get(homePaths.front, 'anyone', async (ctx, { frame }) =>
    html(<FrontPage frame={frame} sites={await findSites(ctx)} />),
  ),

  get(homePaths.home, 'signed-in', async (ctx, { frame }) => {
    const found = await Promise.all(ctx.platform.areas.map((area) => area.waiting?.(ctx) ?? []))
    const waiting = found.flat().filter(({ count }) => count > 0)
    const hasTask = 'grants' in ctx.actor && ctx.actor.grants.length > 0
    const urgentFirst = waiting.sort((a, b) => Number(b.urgent) - Number(a.urgent))
    return html(<HomePage frame={frame} waiting={urgentFirst} hasTask={hasTask} />)
  }),

  get(homePaths.settings, 'signed-in', async (_ctx, { frame }) => html(<SettingsPage frame={frame} />)),
]
