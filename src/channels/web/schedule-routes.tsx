import { findAgenciesFor } from '../../agencies/find-agencies.ts'
import { get, html } from '../../platform/http/route.ts'
import { addDays, startOfDay } from '../../platform/time.ts'
import { findSchedule } from '../find-schedule.ts'
import { channelPaths } from '../paths.ts'
import { viewOf } from '../planned-days.ts'
import { SchedulePage } from './schedule-page.tsx'

export const scheduleRoutes = [
  get(channelPaths.schedule, 'post.read', async (ctx, { frame, query }) => {
    const asked = (name: string) => query.get(name) ?? ''
    const view = viewOf({ week: asked('pekan'), month: asked('bulan') }, ctx.now)
    const agencies = await findAgenciesFor(ctx, 'post.read')
    const agencyId = agencies.some(({ id }) => id === asked('instansi')) ? asked('instansi') : ''
    const planned = await findSchedule(ctx, {
      from: startOfDay(view.days[0] ?? ''),
      to: startOfDay(addDays(view.days.at(-1) ?? '', 1)),
      ...(agencyId && { agencyId }),
    })
    const choices = agencies.map(({ id, name }) => [id, name] as const)
    return html(
      <SchedulePage frame={frame} view={view} planned={planned} agencies={choices} agencyId={agencyId} now={ctx.now} />,
    )
  }),
]
