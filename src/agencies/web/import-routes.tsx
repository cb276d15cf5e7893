import { csvHeaders, csvType, writeCsv } from '../../platform/csv/write-csv.ts'
import { bytes, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib, formatNumber } from '../../platform/time.ts'
import { exportRegister } from '../export-register.ts'
import { applyImport, findImport, previewImport } from '../import-agencies.ts'
import { importColumns } from '../import-plan.ts'
import { agencyPaths } from '../paths.ts'
import { ImportPage, UploadPage } from './import-page.tsx'
import { dayAsked } from './register-routes.tsx'

export const importRoutes = [
  get(agencyPaths.export, 'agency.read', async (ctx, { query }) => {
    const day = dayAsked(query) || dayInWib(ctx.now)
    const rows = await exportRegister(ctx, day)
    return bytes(csvType, writeCsv(importColumns, rows), csvHeaders(`perangkat-daerah-${day}`))
  }),

  get(agencyPaths.imports, 'agency.manage', async (_ctx, { frame }) => html(<UploadPage frame={frame} />)),

  post(agencyPaths.imports, 'agency.manage', async (ctx, { frame, file, field }) => {
    const done = await previewImport(ctx, { file: file('file'), decreeAgain: field('decreeAgain') !== '' })
    if (isRefusal(done)) return refused(done, (errors) => <UploadPage frame={frame} errors={errors} />)
    return seeOther(agencyPaths.import.href({ import: done.id }))
  }),

  get(agencyPaths.import, 'agency.manage', async (ctx, { frame, params }) =>
    html(<ImportPage frame={frame} shown={await findImport(ctx, params.import ?? '')} />),
  ),

  post(agencyPaths.import, 'agency.manage', async (ctx, { frame, params }) => {
    const { import: id = '' } = params
    const done = await applyImport(ctx, { id })
    if (isRefusal(done)) {
      const shown = await findImport(ctx, id)
      return refused(done, (errors) => <ImportPage frame={frame} shown={shown} errors={errors} />)
    }
    const words = `Impor diterapkan: ${formatNumber(done.added)} ditambah, ${formatNumber(done.changed)} diubah.`
    return seeOther(agencyPaths.register.href(), words)
  }),
]
