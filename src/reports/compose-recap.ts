import { isReporting } from '../agencies/agency.ts'
import { agencyOn, findAgencies } from '../agencies/find-agencies.ts'
import type { Ctx } from '../platform/ctx.ts'
import { addMonths, monthRange } from '../platform/time.ts'
import { readRecap } from './data/recap-rows.ts'
import { dueDates, type KeptReport, readReports } from './data/report-rows.ts'
import type { Figure } from './figure.ts'
import { lastDayOf } from './find-reports.ts'
import { findRule } from './find-rule.ts'
import { recapHead } from './letterhead.ts'
import { type AgencyMonth, makeRecap, recapNumbers, withTrend } from './make-recap.ts'
import { recapParts } from './parts/system-parts.ts'
import type { CityRecap } from './recap.ts'
import { figuresOf } from './report.ts'
import { isLate, stateOf } from './report-state.ts'

/** Who writes to the mayor. */
const sender = 'diskominfostandi'

/** The recap as it would be forwarded now. Asks for the figures of each report that is not frozen yet. */
export async function composeRecap(ctx: Ctx, month: string): Promise<CityRecap> {
  const rule = await findRule(ctx, month)
  const all = await monthOfAll(ctx, month)
  const earlier = addMonths(month, -1)
  return {
    month,
    edition: 0,
    forwardedAt: null,
    head: recapHead(await agencyOn(ctx, sender, lastDayOf(month)), month, null),
    numbers: withTrend(recapNumbers(all, rule), await numbersBefore(ctx, earlier)),
    ...makeRecap(all, rule),
  }
}

/** Those that were forwarded, else as the event log has them; nothing before there was any report. */
async function numbersBefore(ctx: Ctx, month: string): Promise<Figure[]> {
  const forwarded = await readRecap(ctx, month)
  if (forwarded) return forwarded.numbers.map(({ now }) => now)
  if ((await readReports(ctx, { months: [month], agencies: 'all' })).length === 0) return []
  return recapNumbers(await monthOfAll(ctx, month), await findRule(ctx, month)).map(({ figure }) => figure)
}

async function monthOfAll(ctx: Ctx, month: string): Promise<AgencyMonth[]> {
  const [agencies, reports, due] = await Promise.all([
    findAgencies(ctx, lastDayOf(month)),
    readReports(ctx, { months: [month], agencies: 'all' }),
    dueDates(ctx, [month]),
  ])
  const byAgency = new Map(reports.map((report) => [report.agencyId, report]))
  const busy = await busySubdistricts(ctx, month)
  const all: AgencyMonth[] = []
  for (const agency of agencies) {
    const reports = isReporting(agency)
    if (!reports && !busy.has(agency.id)) continue
    const kept = byAgency.get(agency.id)
    const progress = kept ?? { month, dueAt: due.get(month) ?? null, steps: [] }
    const figures = await figuresFor(ctx, agency.id, month, kept)
    all.push({ agency, reports, state: stateOf(progress, ctx.now), late: isLate(progress, ctx.now), figures })
  }
  return all
}

/** Kelurahan of which the event log knows anything in the month; the others have no line in a recap. */
async function busySubdistricts(ctx: Ctx, month: string): Promise<Set<string>> {
  const { from, to } = monthRange(month)
  const rows = await ctx.db
    .selectFrom('agency_name as n')
    .select('n.agency_id as id')
    .where('n.kind', '=', 'subdistrict')
    .where((where) =>
      where.exists(
        where
          .selectFrom('event')
          .select('event.id')
          .whereRef('event.agency_id', '=', 'n.agency_id')
          .where('event.at', '>=', from)
          .where('event.at', '<', to),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function figuresFor(
  ctx: Ctx,
  agencyId: string,
  month: string,
  kept: KeptReport | undefined,
): Promise<Map<string, Figure>> {
  const parts = kept?.frozen?.parts ?? []
  if (parts.length === 0) for (const part of recapParts) parts.push(await part.fill(ctx, { agencyId, month }))
  return new Map(figuresOf(parts).map((figure) => [figure.id, figure]))
}
