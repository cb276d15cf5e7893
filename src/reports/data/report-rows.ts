import type { Selectable } from 'kysely'
import { findCalendar } from '../../platform/calendar/find-calendar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Database } from '../../platform/db/database.ts'
import { findRule } from '../find-rule.ts'
import type { Obstacles } from '../obstacles.ts'
import type { Frozen } from '../report.ts'
import { dueOf } from '../report-rule.ts'
import type { Progress, Step } from '../report-state.ts'
import './tables.ts'

/** A report as it is kept: what people wrote and did. The figures are made by `composeReport`. */
export interface KeptReport extends Progress {
  id: string
  agencyId: string
  letterNumber: string | null
  obstacles: Obstacles
  frozen: Frozen | null
  version: number
}

interface Where {
  months?: readonly string[]
  agencies: 'all' | readonly string[]
}

/** Kept reports, newest month first, with their steps. */
export async function readReports(ctx: Ctx, where: Where): Promise<KeptReport[]> {
  if (where.months?.length === 0 || where.agencies.length === 0) return []
  const { months, agencies } = where
  const rows = await ctx.db
    .selectFrom('monthly_report')
    .selectAll()
    .$if(months !== undefined, (query) => query.where('month', 'in', months ?? []))
    .$if(agencies !== 'all', (query) => query.where('agency_id', 'in', agencies === 'all' ? [] : agencies))
    .orderBy('month', 'desc')
    .orderBy('agency_id')
    .execute()
  return withSteps(ctx, rows)
}

/** The row is the lock: whoever changes a report waits here for the others. */
export async function lockReport(ctx: Ctx, agencyId: string, month: string): Promise<KeptReport | undefined> {
  const rows = await ctx.db
    .selectFrom('monthly_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('month', '=', month)
    .forUpdate()
    .execute()
  const [found] = await withSteps(ctx, rows)
  return found
}

async function withSteps(ctx: Ctx, rows: Selectable<Database['monthly_report']>[]): Promise<KeptReport[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await ctx.db
    .selectFrom('report_step')
    .select(['report_id', 'step', 'at', 'by_name as byName', 'reason', 'fingerprint'])
    .where('report_id', 'in', ids)
    .orderBy('id')
    .execute()
  const byReport = Map.groupBy(steps, (step) => step.report_id)
  const due = await dueDates(
    ctx,
    rows.map(({ month }) => month),
  )
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    month: row.month,
    letterNumber: row.letter_number,
    obstacles: row.obstacles,
    frozen: row.frozen,
    version: row.version,
    dueAt: due.get(row.month) ?? null,
    steps: (byReport.get(row.id) ?? []).map(({ report_id: _, ...step }): Step => step),
  }))
}

/** Due instants by month. */
export async function dueDates(ctx: Ctx, months: readonly string[]): Promise<Map<string, Date | null>> {
  const calendar = await findCalendar(ctx)
  const due = new Map<string, Date | null>()
  for (const month of new Set(months)) due.set(month, dueOf(month, await findRule(ctx, month), calendar))
  return due
}
