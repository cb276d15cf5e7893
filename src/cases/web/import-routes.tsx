import { findAgencies } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { invalid, isRefusal } from '../../platform/refusal.ts'
import { readColumnMap } from '../import/columns.ts'
import { confirmImport, findCaseImport, previewCases } from '../import-cases.ts'
import { casePaths } from '../paths.ts'
import { choices } from './case-request.tsx'
import { CaseImportPage, CaseUploadPage } from './import-page.tsx'

const empty = { system: '', agencyId: '', map: '' }

const namesOf = async (ctx: Ctx) => new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name]))

export const importRoutes = [
  get(casePaths.imports, 'case.import', async (ctx, { frame }) => {
    return html(<CaseUploadPage frame={frame} agencies={await choices(ctx)} input={empty} />)
  }),

  post(casePaths.imports, 'case.import', async (ctx, { frame, file, field }) => {
    const input = { system: field('system'), agencyId: field('agencyId'), map: field('map') }
    const map = readColumnMap(input.map)
    const problem = 'problem' in map ? String(map.problem) : undefined
    const made = problem
      ? invalid({ map: problem })
      : await previewCases(ctx, { ...input, map: map as object, file: file('file') })
    if (!isRefusal(made)) return seeOther(casePaths.import.href({ import: made.id }))
    const agencies = await choices(ctx)
    return refused(made, (errors) => <CaseUploadPage frame={frame} agencies={agencies} input={input} errors={errors} />)
  }),

  get(casePaths.import, 'case.import', async (ctx, { frame, params }) => {
    const shown = await findCaseImport(ctx, params.import ?? '')
    return html(<CaseImportPage frame={frame} shown={shown} agencyNames={await namesOf(ctx)} />)
  }),

  post(casePaths.import, 'case.import', async (ctx, { frame, params }) => {
    const { import: id = '' } = params
    const confirmed = await confirmImport(ctx, { id })
    if (!isRefusal(confirmed)) return seeOther(casePaths.import.href({ import: id }), 'Impor berjalan.')
    const [shown, agencyNames] = [await findCaseImport(ctx, id), await namesOf(ctx)]
    return refused(confirmed, (errors) => (
      <CaseImportPage frame={frame} shown={shown} agencyNames={agencyNames} errors={errors} />
    ))
  }),
]
