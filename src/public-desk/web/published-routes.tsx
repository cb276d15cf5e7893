import { findAgencies } from '../../agencies/find-agencies.ts'
import { isTheme } from '../../cases/case-theme.ts'
import { get, html } from '../../platform/http/route.ts'
import { findPublished, findPublishedOne } from '../find-published.ts'
import { publicDeskPaths } from '../paths.ts'
import { regionGroups } from '../report.ts'
import { PublishedOnePage, PublishedPage } from './published-pages.tsx'

export const publishedRoutes = [
  get(publicDeskPaths.published, 'anyone', async (ctx, { frame, query }) => {
    const agencies = await findAgencies(ctx)
    const known = (id: string | null): string => (agencies.some((agency) => agency.id === id) ? (id ?? '') : '')
    const theme = query.get('tema') ?? ''
    const asked = {
      words: query.get('q') ?? '',
      agencyId: known(query.get('perangkat')),
      theme: isTheme(theme) ? theme : '',
      region: known(query.get('tempat')),
      after: query.get('mulai') ?? '',
    }
    const names = agencies.map(({ id, name }) => [id, name] as const)
    return html(
      <PublishedPage
        frame={frame}
        {...(await findPublished(ctx, asked))}
        query={asked}
        choices={{ agencies: names, regions: regionGroups(agencies) }}
        names={new Map(names)}
      />,
    )
  }),

  get(publicDeskPaths.publishedOne, 'anyone', async (ctx, { frame, params }) => {
    const item = await findPublishedOne(ctx, params.id ?? '')
    const names = new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name]))
    return html(<PublishedOnePage frame={frame} item={item} names={names} />)
  }),
]
