import { bytes, get, html } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { findOwnData } from '../find-own-data.ts'
import { auditPaths } from '../paths.ts'
import { OwnDataPage } from './own-data-page.tsx'

export const ownDataRoutes = [
  get(auditPaths.ownData, 'signed-in', async (ctx, { frame, session }) =>
    html(<OwnDataPage frame={frame} data={await findOwnData(ctx, session)} />),
  ),

  get(auditPaths.ownDataExport, 'signed-in', async (ctx, { session }) => {
    const text = JSON.stringify(await findOwnData(ctx, session), null, 2)
    const name = `data-saya-${dayInWib(ctx.now)}.json`
    return bytes('application/json; charset=utf-8', text, { 'content-disposition': `attachment; filename="${name}"` })
  }),
]
