import { isReporting } from '../agencies/agency.ts'
import { agencyOn, findAgencies } from '../agencies/find-agencies.ts'
import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { accepted, conflict, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { addMonths, isMonth, monthInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type KeptReport, lockReport } from './data/report-rows.ts'
import { lastDayOf } from './find-reports.ts'
import { noObstacles } from './obstacles.ts'

/** Opens the report of an agency and month (`YYYY-MM`), the running one at most. An open one is answered as it is. */
export async function openReport(ctx: Ctx, input: { agencyId: string; month: string }): Promise<KeptReport | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { agencyId, month } = input
    if (!may(ctx.actor, 'report.write', agencyId) && !may(ctx.actor, 'report.receive', agencyId))
      throw new Missing(`report ${agencyId} ${month}`)
    if (!isMonth(month) || month > monthInWib(ctx.now)) return invalid({ month: 'Bulan laporan belum ada.' })
    const agency = await agencyOn(ctx, agencyId, lastDayOf(month))
    if (!isReporting(agency)) return conflict(`${agency.name} melapor melalui perangkat daerah induknya.`)
    const id = newId()
    const opened = await ctx.db
      .insertInto('monthly_report')
      .values({
        id,
        agency_id: agencyId,
        month,
        opened_at: ctx.now,
        letter_number: null,
        obstacles: JSON.stringify(noObstacles),
      })
      .onConflict((conflict) => conflict.columns(['month', 'agency_id']).doNothing())
      .executeTakeFirst()
    if (opened.numInsertedOrUpdatedRows === 1n)
      await record(ctx, 'report.opened', { thing: 'report', id, agencyId, after: { month } })
    const report = await lockReport(ctx, agencyId, month)
    if (!report) throw new Missing(`report ${agencyId} ${month}`)
    return report
  })
}

/** Opens last month's report of every agency that owes one. Run by the clock; twice is the same as once. */
export async function openReports(ctx: Ctx): Promise<void> {
  const month = addMonths(monthInWib(ctx.now), -1)
  for (const agency of await findAgencies(ctx, lastDayOf(month)))
    if (isReporting(agency)) accepted(await openReport(ctx, { agencyId: agency.id, month }))
}
