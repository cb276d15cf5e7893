import { agencyOn } from '../agencies/find-agencies.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { KeptReport } from './data/report-rows.ts'
import { lastDayOf } from './find-reports.ts'
import { reportHead } from './letterhead.ts'
import { obstaclesPart } from './parts/part-h-obstacles.ts'
import { approvalPart } from './parts/part-i-approval.ts'
import { systemParts } from './parts/system-parts.ts'
import type { MonthlyReport } from './report.ts'
import { approvalOf, isLate, stateOf } from './report-state.ts'

/** The report as it is shown: frozen since its acceptance, before that made from the event log at the month's end. */
export async function composeReport(ctx: Ctx, kept: KeptReport): Promise<MonthlyReport> {
  const { agencyId, month } = kept
  const approval = approvalOf(kept)
  const shown = kept.frozen ?? (await composeNow(ctx, kept))
  return {
    agencyId,
    month,
    state: stateOf(kept, ctx.now),
    late: isLate(kept, ctx.now),
    fingerprint: approval?.fingerprint ?? null,
    ...shown,
  }
}

async function composeNow(ctx: Ctx, kept: KeptReport): Promise<Pick<MonthlyReport, 'agencyName' | 'head' | 'parts'>> {
  const { agencyId, month, letterNumber } = kept
  const approval = approvalOf(kept)
  const agency = await agencyOn(ctx, agencyId, lastDayOf(month))
  const parts = []
  for (const part of systemParts) parts.push(await part.fill(ctx, { agencyId, month }))
  const date = approval === null ? null : dayInWib(approval.at)
  return {
    agencyName: agency.name,
    head: reportHead(agency, month, { number: letterNumber, date }),
    parts: [...parts, obstaclesPart(kept.obstacles), approvalPart(approval, agency.name)],
  }
}
