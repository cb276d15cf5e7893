import { may, scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageHandler, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { isMonth } from '../../platform/time.ts'
import { acceptReport } from '../accept-report.ts'
import { approveReport } from '../approve-report.ts'
import { composeReport } from '../compose-report.ts'
import { reportFile } from '../export/write-file.ts'
import { findReport, findReportsOfAgency, findReportsOfMonth, lastMonths } from '../find-reports.ts'
import { type NextStep, nextSteps } from '../next-steps.ts'
import { obstacleReasons } from '../obstacles.ts'
import { openReport } from '../open-report.ts'
import { reportPaths } from '../paths.ts'
import { receiveReport } from '../receive-report.ts'
import { returnReport } from '../return-report.ts'
import { submitReport } from '../submit-report.ts'
import type { ReportRef } from '../take-step.ts'
import { writeObstacles } from '../write-obstacles.ts'
import { download, formatOf } from './download.ts'
import { ReportPage } from './report-page.tsx'
import { MonthReportsPage, OwnReportsPage } from './reports-page.tsx'
import type { ObstacleFields } from './step-forms.tsx'

const refOf = ({ params, field }: PageRequest): ReportRef => ({
  agencyId: params.agency ?? '',
  month: params.month ?? '',
  version: Number(field('version')),
})

const typedObstacles = ({ field }: PageRequest): ObstacleFields => ({
  reasons: Object.keys(obstacleReasons).filter((reason) => field(`reason-${reason}`) !== ''),
  text: field('text'),
  plan: field('plan'),
  letterNumber: field('letterNumber'),
})

/** A form of the report page: the next step, or the same page with what was typed. */
const form = (
  step: NextStep,
  notice: string,
  act: (ctx: Ctx, ref: ReportRef, request: PageRequest) => Promise<object | Refusal>,
): PageHandler => {
  return async (ctx, request) => {
    const ref = refOf(request)
    const done = await act(ctx, ref, request)
    const at = { agency: ref.agencyId, month: ref.month }
    if (!isRefusal(done)) return seeOther(reportPaths.report.href(at), notice)
    const kept = await findReport(ctx, ref.agencyId, ref.month)
    const report = await composeReport(ctx, kept)
    const steps = nextSteps(ctx.actor, kept, ctx.now)
    const obstacles = step === 'write' ? typedObstacles(request) : fieldsOf(kept)
    const reason = request.field('reason')
    return refused(done, (errors) => (
      <ReportPage
        frame={request.frame}
        report={report}
        progress={kept}
        forms={{ version: kept.version, steps: withFailed(steps, step), obstacles, reason, failed: { step, errors } }}
      />
    ))
  }
}

/** A form that was refused is drawn again, so that its words have a place, even when its time is over. */
const withFailed = (steps: NextStep[], step: NextStep): NextStep[] => (steps.includes(step) ? steps : [...steps, step])

const fieldsOf = (kept: {
  obstacles: Omit<ObstacleFields, 'letterNumber'>
  letterNumber: string | null
}): ObstacleFields => ({
  ...kept.obstacles,
  letterNumber: kept.letterNumber ?? '',
})

export const reportRoutes = [
  get(reportPaths.reports, 'report.read', async (ctx, { frame, query }) => {
    const scope = scopeOf(ctx.actor, 'report.read')
    const mayOpen = may(ctx.actor, 'report.write') || may(ctx.actor, 'report.receive')
    if (scope !== 'all') {
      const ids = [...new Set(scope)].sort()
      const agencies = await Promise.all(ids.map((id) => findReportsOfAgency(ctx, id)))
      return html(<OwnReportsPage frame={frame} agencies={agencies} mayOpen={mayOpen} />)
    }
    const months = lastMonths(ctx.now, 12)
    const asked = query.get('bulan') ?? ''
    const month = isMonth(asked) && asked >= '2017-03' ? asked : (months[0] ?? '')
    const lines = await findReportsOfMonth(ctx, month)
    return html(<MonthReportsPage frame={frame} month={month} months={months} lines={lines} mayOpen={mayOpen} />)
  }),

  get(reportPaths.report, 'report.read', async (ctx, { frame, params }) => {
    const kept = await findReport(ctx, params.agency ?? '', params.month ?? '')
    const report = await composeReport(ctx, kept)
    const steps = nextSteps(ctx.actor, kept, ctx.now)
    const forms = { version: kept.version, steps, obstacles: fieldsOf(kept) }
    return html(<ReportPage frame={frame} report={report} progress={kept} forms={forms} />)
  }),

  get(reportPaths.reportFile, 'report.read', async (ctx, { params }) => {
    const format = formatOf(params.file ?? '', 'laporan')
    const kept = await findReport(ctx, params.agency ?? '', params.month ?? '')
    const file = await reportFile(await composeReport(ctx, kept), format)
    return download(format, `laporan-${kept.agencyId}-${kept.month}`, file)
  }),

  post(reportPaths.opening, 'report.read', async (ctx, request) => {
    const { agencyId, month } = refOf(request)
    const opened = await openReport(ctx, { agencyId, month })
    if (isRefusal(opened)) return opened
    return seeOther(reportPaths.report.href({ agency: agencyId, month }), 'Laporan dibuka.')
  }),

  post(
    reportPaths.obstacles,
    'report.write',
    form('write', 'Kendala dan rencana tersimpan.', (ctx, ref, request) => {
      const { reasons, ...typed } = typedObstacles(request)
      return writeObstacles(ctx, { ...ref, ...typed, reasons: [...reasons] })
    }),
  ),
  post(reportPaths.submission, 'report.write', form('hand-in', 'Laporan diajukan kepada kepala.', submitReport)),
  post(reportPaths.approval, 'report.approve', form('approve', 'Laporan disetujui dan disampaikan.', approveReport)),
  post(reportPaths.receipt, 'report.receive', form('receive', 'Laporan ditandai diterima.', receiveReport)),
  post(
    reportPaths.returning,
    'report.receive',
    form('return', 'Laporan dikembalikan.', (ctx, ref, request) =>
      returnReport(ctx, { ...ref, reason: request.field('reason') }),
    ),
  ),
  post(reportPaths.acceptance, 'report.receive', form('accept', 'Laporan disahkan.', acceptReport)),
]
