import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { findHostedSites } from '../find-hosted-sites.ts'
import { closeSite, openSite } from '../open-site.ts'
import { sitePaths } from '../paths.ts'
import { SitesPage } from './sites-page.tsx'

export const sitesRoutes = [
  get(sitePaths.list, 'website.read', async (ctx, { frame }) =>
    html(<SitesPage frame={frame} sites={await findHostedSites(ctx)} />),
  ),

  post(sitePaths.list, 'website.manage', async (ctx, { frame, field }) => {
    const values = { agencyId: field('agencyId'), title: field('title'), tagline: field('tagline') }
    const opened = await openSite(ctx, values)
    if (isRefusal(opened)) {
      const sites = await findHostedSites(ctx)
      return refused(opened, (errors) => <SitesPage frame={frame} sites={sites} values={values} errors={errors} />)
    }
    return seeOther(sitePaths.list.href(), `Situs ${opened.title} dibuka.`)
  }),

  post(sitePaths.closing, 'website.manage', async (ctx, { params }) => {
    const refusal = await closeSite(ctx, params.agency ?? '')
    return refusal ?? seeOther(sitePaths.list.href(), 'Situs ditutup.')
  }),
]
