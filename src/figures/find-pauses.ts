import { sql } from 'kysely'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { monthRange } from '../platform/time.ts'
import type { TurnFilter } from './data/turn-where.ts'
import { countPauses, type KeptPause, type PauseFigures } from './pause-count.ts'
import { endOfPeriod, type Period } from './period.ts'

/** Of the agencies asked for; other filters do not narrow it. */
export async function findPauses(
  ctx: Ctx,
  { period, filter }: { period: Period; filter: TurnFilter },
): Promise<PauseFigures[]> {
  const { from } = monthRange(period.first)
  const to = endOfPeriod(period, ctx.now)
  const { rows } = await sql<KeptPause>`
    select reason_name as reason, agency_id as "agencyId", at, ended_at as "endedAt", ended_how as "endedHow",
      limit_at as "limitAt"
    from case_pause
    where at <= ${to} and (ended_at is null or ended_at >= ${from})
      ${filter.scope === 'all' ? sql`` : sql`and agency_id = any(${filter.scope}::text[])`}
      ${filter.agencyId ? sql`and agency_id = ${filter.agencyId}` : sql``}`.execute(ctx.db)
  const calendarOf = await calendarsOf(ctx, [...new Set(rows.map(({ agencyId }) => agencyId))])
  return countPauses(rows, { from, to }, calendarOf)
}
