import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, Missing } from '../../platform/refusal.ts'
import { evidenceOf, scansOf } from '../find-scans.ts'
import { findWebsite } from '../find-websites.ts'
import { monitoringPaths as paths } from '../paths.ts'
import { registerWebsite } from '../register-website.ts'
import { requestScan } from '../request-scan.ts'
import { setMonitoring } from '../set-monitoring.ts'
import { findWebsiteStates } from '../website-states.ts'
import { ListPage } from './list-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { WebsitePage } from './website-page.tsx'

const shownScans = 40

async function websitePage(ctx: Ctx, { frame, params }: PageRequest, errors: FieldErrors = {}) {
  const { id, agencyId } = await findWebsite(ctx, params.website ?? '')
  const [states, scans] = await Promise.all([
    findWebsiteStates(ctx),
    scansOf(ctx, (all) => all.where('website_id', '=', id).limit(shownScans)),
  ])
  const state = states.find(({ website }) => website.id === id)
  if (!state) throw new Missing(`website ${id}`)
  const [scan] = state.scanId ? await scansOf(ctx, (all) => all.where('scan.id', '=', state.scanId)) : []
  const proof = scan ? { scan, evidence: await evidenceOf(ctx, scan.id) } : null
  const rights = {
    mayScan: may(ctx.actor, 'website.scan', agencyId),
    mayManage: may(ctx.actor, 'website.manage', agencyId),
  }
  return <WebsitePage frame={frame} state={state} proof={proof} scans={scans} errors={errors} {...rights} />
}

export const routes = [
  get(paths.websites, 'website.read', async (ctx, { frame, query }) =>
    html(<ListPage frame={frame} rows={await findWebsiteStates(ctx)} filter={query.get('keadaan') ?? ''} />),
  ),

  get(paths.register, 'website.manage', async (ctx, { frame }) => {
    const input = { agencyId: '', url: '', monitored: true }
    return html(<RegisterPage frame={frame} agencies={await findAgencies(ctx)} input={input} />)
  }),

  post(paths.register, 'website.manage', async (ctx, { frame, field }) => {
    const input = { agencyId: field('agencyId'), url: field('url'), monitored: field('monitored') !== '' }
    const done = await registerWebsite(ctx, input)
    if (!isRefusal(done)) return seeOther(paths.website.href({ website: done.id }), 'Situs terdaftar.')
    const agencies = await findAgencies(ctx)
    return refused(done, (errors) => <RegisterPage frame={frame} agencies={agencies} input={input} errors={errors} />)
  }),

  get(paths.website, 'website.read', async (ctx, request) => html(await websitePage(ctx, request))),

  post(paths.scans, 'website.scan', async (ctx, request) => {
    const done = await requestScan(ctx, { websiteId: request.params.website ?? '' })
    if (!isRefusal(done))
      return seeOther(
        paths.website.href({ website: done.id }),
        'Pemindaian dimulai. Hasilnya tampak di sini dalam satu menit.',
      )
    const reason = 'reason' in done ? done.reason : ''
    const page = await websitePage(ctx, request, { '': reason })
    return refused(done, () => page)
  }),

  post(paths.monitoring, 'website.manage', async (ctx, request) => {
    const monitored = request.field('monitored') === 'yes'
    const version = Number(request.field('version'))
    const done = await setMonitoring(ctx, { websiteId: request.params.website ?? '', monitored, version })
    if (!isRefusal(done))
      return seeOther(
        paths.website.href({ website: done.id }),
        monitored ? 'Situs kini dipantau.' : 'Pemantauan dihentikan.',
      )
    const reason = 'reason' in done ? done.reason : ''
    const page = await websitePage(ctx, request, { '': reason })
    return refused(done, () => page)
  }),
]
