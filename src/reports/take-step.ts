import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, Missing, type Refusal } from '../platform/refusal.ts'
import { type KeptReport, lockReport } from './data/report-rows.ts'
import type { StepName } from './report-state.ts'

/** Which report, and the version of it that the person had on the screen. */
export interface ReportRef {
  agencyId: string
  month: string
  version: number
}

/** The report, for those who may see it, locked until the end of the transaction. Throws `Missing`. */
export async function findReportToChange(ctx: Ctx, ref: ReportRef): Promise<KeptReport> {
  const visible = may(ctx.actor, 'report.read', ref.agencyId)
  const found = visible && (await lockReport(ctx, ref.agencyId, ref.month))
  if (!found) throw new Missing(`report ${ref.agencyId} ${ref.month}`)
  return found
}

/** Refuses when somebody changed the report after this person's page was drawn. */
export async function refuseStale(ctx: Ctx, report: KeptReport, { version }: ReportRef): Promise<Refusal | undefined> {
  if (report.version === version) return undefined
  const last = await ctx.db
    .selectFrom('event')
    .select('actor_name')
    .where('thing', '=', 'report')
    .where('thing_id', '=', report.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return conflict(`Laporan ini sudah diubah oleh ${last?.actor_name ?? 'orang lain'}. Muat ulang halaman ini.`)
}

/** Writes the step and its event, and answers the report as it now is. */
export async function takeStep(
  ctx: Ctx,
  report: KeptReport,
  step: StepName,
  more: { reason?: string; fingerprint?: string; inPlaceOf?: string | undefined } = {},
): Promise<KeptReport> {
  const { actor, now } = ctx
  const { reason = null, fingerprint = null } = more
  const byName = ('name' in actor ? actor.name : 'Warga') + (more.inPlaceOf ? `, a.n. ${more.inPlaceOf}` : '')
  const version = report.version + 1
  await ctx.db
    .insertInto('report_step')
    .values({
      report_id: report.id,
      step,
      at: now,
      by_id: 'id' in actor ? actor.id : null,
      by_name: byName,
      reason,
      fingerprint,
    })
    .execute()
  await ctx.db.updateTable('monthly_report').set({ version }).where('id', '=', report.id).execute()
  await record(ctx, `report.${step}`, {
    thing: 'report',
    id: report.id,
    agencyId: report.agencyId,
    after: { month: report.month, reason, fingerprint },
  })
  return { ...report, version, steps: [...report.steps, { step, at: now, byName, reason, fingerprint }] }
}
