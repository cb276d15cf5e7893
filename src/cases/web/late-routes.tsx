import { findAgencies } from '../../agencies/find-agencies.ts'
import { csvHeaders, csvType, writeCsv } from '../../platform/csv/write-csv.ts'
import { bytes, get, html, post, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib, formatInstant } from '../../platform/time.ts'
import { explainLateness } from '../explain-lateness.ts'
import { countLate, findLateCases, type LateCase } from '../find-late-cases.ts'
import { lateReasons } from '../lateness.ts'
import { casePaths } from '../paths.ts'
import { clockSteps } from '../sla-rule.ts'
import { again, ticketOf } from './case-request.tsx'
import { LatePage } from './late-page.tsx'

const pageSize = 50
/** As many as a spreadsheet is still read with. */
const fileSize = 5000

export const lateRoutes = [
  get(casePaths.late, 'case.read', async (ctx, { frame, query }) => {
    const agencyId = query.get('perangkat') ?? ''
    const { items, next } = await findLateCases(ctx, { agencyId, limit: pageSize, cursor: query.get('mulai') ?? '' })
    const names = new Map((await findAgencies(ctx)).map(({ id, abbreviation }) => [id, abbreviation]))
    const props = { frame, items, next, names, agencyId, counts: await countLate(ctx) }
    return html(<LatePage {...props} />)
  }),

  get(casePaths.lateFile, 'case.read', async (ctx, { query }) => {
    const { items } = await findLateCases(ctx, { agencyId: query.get('perangkat') ?? '', limit: fileSize })
    const names = new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name]))
    const rows = items.flatMap((one) => rowsOf(one, names.get(one.agencyId) ?? one.agencyId))
    return bytes(csvType, writeCsv(columns, rows), csvHeaders(`kasus-terlambat-${dayInWib(ctx.now)}`))
  }),

  post(casePaths.explanations, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await explainLateness(ctx, { ticket, text: request.field('text') })
    if (isRefusal(done)) return again(ctx, request, done, 'explain', ['text'])
    return seeOther(casePaths.case.href({ ticket }), 'Penjelasan keterlambatan tercatat.')
  }),
]

const columns = [
  ...['Tiket', 'Nomor register', 'Perangkat daerah', 'Perihal', 'Langkah', 'Jatuh tempo', 'Keterlambatan'],
  ...['Keadaan', 'Penjelasan'],
]

/** One row a late clock. */
const rowsOf = ({ ticket, register, subject, late, facts, explanations }: LateCase, agency: string): string[][] =>
  late.map(({ step, dueAt, reading }) => [
    ...[ticket, register, agency, subject, clockSteps[step], dueAt ? formatInstant(dueAt) : '', reading.words],
    ...[lateReasons(facts).join('. '), explanations[0]?.text ?? ''],
  ])
