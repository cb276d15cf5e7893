import Type from 'typebox'
import { scopeOf } from '../../agencies/policy.ts'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { scansOf } from '../find-scans.ts'
import { findWebsite } from '../find-websites.ts'
import { registerWebsite } from '../register-website.ts'
import { requestScan } from '../request-scan.ts'
import { findWebsiteStates } from '../website-states.ts'
import { cursorOf, scan, scanAnswer, site, siteAnswer } from './answers.ts'

const one = async (ctx: Parameters<typeof findWebsite>[0], id: string) => {
  const website = await findWebsite(ctx, id)
  const state = (await findWebsiteStates(ctx)).find((state) => state.website.id === website.id)
  if (!state) throw new Missing(`website ${id}`)
  return siteAnswer(state)
}

export const apiRoutes = [
  api({
    method: 'GET',
    path: '/sites',
    access: 'website.read',
    summary: 'Websites of agencies, hosted and their own, as the latest scans show them',
    query: pageQuery,
    answer: listOf(site),
    handle: async (ctx, { query }) => {
      const states = (await findWebsiteStates(ctx)).sort((a, b) => (a.website.id < b.website.id ? -1 : 1))
      const rest = states.filter(({ website }) => website.id > (query.cursor ?? ''))
      return pageOf(rest.map(siteAnswer), limitOf(query), ({ id }) => id)
    },
  }),
  api({
    method: 'GET',
    path: '/sites/:id',
    access: 'website.read',
    summary: 'One website',
    answer: site,
    handle: (ctx, { params }) => one(ctx, params.id ?? ''),
  }),
  api({
    method: 'POST',
    path: '/sites',
    access: 'website.manage',
    summary: 'Registers a website of an agency',
    body: Type.Object({
      agencyId: Type.String({ maxLength: 100 }),
      url: Type.String({ maxLength: 500 }),
      monitored: Type.Optional(Type.Boolean()),
    }),
    answer: site,
    handle: async (ctx, { body }) => {
      const done = await registerWebsite(ctx, { ...body, monitored: body.monitored ?? true })
      return isRefusal(done) ? done : one(ctx, done.id)
    },
  }),
  api({
    method: 'GET',
    path: '/scans',
    access: 'website.read',
    summary: 'Scans, the newest first; `siteId` narrows to one website',
    query: Type.Object({ ...pageQuery.properties, siteId: Type.Optional(Type.String({ format: 'uuid' })) }),
    answer: listOf(scan),
    handle: async (ctx, { query }) => {
      const scope = scopeOf(ctx.actor, 'website.read')
      if (query.siteId !== undefined) await findWebsite(ctx, query.siteId)
      const { at, id } = cursorOf(query.cursor)
      const rows = await scansOf(ctx, (scans) =>
        scans
          .$if(scope !== 'all', (q) => q.where('agency_id', 'in', scope === 'all' ? [] : scope))
          .$if(query.siteId !== undefined, (q) => q.where('website_id', '=', query.siteId ?? ''))
          .$if(at !== null, (q) =>
            q.where(({ or, and, eb }) =>
              or([
                eb('started_at', '<', at ?? ctx.now),
                and([eb('started_at', '=', at ?? ctx.now), eb('scan.id', '<', id)]),
              ]),
            ),
          )
          .limit(limitOf(query) + 1),
      )
      return pageOf(rows.map(scanAnswer), limitOf(query), (last) => `${last.startedAt}_${last.id}`)
    },
  }),
  api({
    method: 'POST',
    path: '/scans',
    access: 'website.scan',
    summary: 'Scan now: the result appears among the scans of the site within a minute',
    body: Type.Object({ siteId: Type.String({ format: 'uuid' }) }),
    answer: Type.Object({ siteId: Type.String(), state: Type.Literal('queued'), requestedAt: Type.String() }),
    handle: async (ctx, { body }) => {
      const done = await requestScan(ctx, { websiteId: body.siteId })
      if (isRefusal(done)) return done
      return { siteId: done.id, state: 'queued' as const, requestedAt: ctx.now.toISOString() }
    },
  }),
]
