import { findAgencies } from '../../agencies/find-agencies.ts'
import { get, html } from '../../platform/http/route.ts'
import { homePaths } from '../paths.ts'
import { FrontPage } from './front-page.tsx'
import { HomePage } from './home-page.tsx'

export const routes = [
  get(homePaths.front, 'anyone', async (ctx, { frame }) =>
    html(<FrontPage frame={frame} agencies={(await findAgencies(ctx)).filter(({ host }) => host !== null)} />),
  ),

  get(homePaths.home, 'signed-in', async (ctx, { frame }) => {
    const found = await Promise.all(ctx.platform.areas.map((area) => area.waiting?.(ctx) ?? []))
    const waiting = found.flat().filter(({ count }) => count > 0)
    return html(<HomePage frame={frame} waiting={waiting.sort((a, b) => Number(b.urgent) - Number(a.urgent))} />)
  }),
]
