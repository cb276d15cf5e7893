import { may } from '../../agencies/policy.ts'
import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { recapFile } from '../export/write-file.ts'
import { findRecap, findRecaps } from '../find-recaps.ts'
import { forwardRecap } from '../forward-recap.ts'
import { reportPaths } from '../paths.ts'
import { download, formatOf } from './download.ts'
import { RecapPage } from './recap-page.tsx'
import { RecapsPage } from './recaps-page.tsx'

export const recapRoutes = [
  get(reportPaths.recaps, 'recap.read', async (ctx, { frame }) =>
    html(<RecapsPage frame={frame} recaps={await findRecaps(ctx)} />),
  ),

  get(reportPaths.recap, 'recap.read', async (ctx, { frame, params }) => {
    const view = await findRecap(ctx, params.month ?? '')
    return html(<RecapPage frame={frame} view={view} mayForward={may(ctx.actor, 'recap.forward')} />)
  }),

  get(reportPaths.recapFile, 'recap.read', async (ctx, { params }) => {
    const format = formatOf(params.file ?? '', 'rekapitulasi')
    const { month, recap } = await findRecap(ctx, params.month ?? '')
    if (!recap) throw new Missing(`recap ${month} is not forwarded`)
    return download(format, `rekapitulasi-${month}`, await recapFile(recap, format))
  }),

  post(reportPaths.forwarding, 'recap.forward', async (ctx, { frame, params }) => {
    const month = params.month ?? ''
    const done = await forwardRecap(ctx, { month })
    if (!isRefusal(done))
      return seeOther(reportPaths.recap.href({ month }), 'Rekapitulasi diteruskan kepada Wali Kota.')
    const view = await findRecap(ctx, month)
    return refused(done, (errors) => <RecapPage frame={frame} view={view} mayForward errors={errors} />)
  }),
]
