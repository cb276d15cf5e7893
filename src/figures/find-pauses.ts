import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { monthRange } from '../platform/time.ts'
import type { TurnFilter } from './data/turn-where.ts'
import { endOfPeriod, type Period } from './period.ts'

/** How often clocks were stopped for a reason: a pause must never hide lateness. */
export interface PauseFigures {
  reason: string
  /** Begun in the period. */
  begun: number
  /** Not ended yet at its end. */
  running: number
  /** Ended by its limit, not by what was waited for. */
  limited: number
}

/** Of the agencies asked for; other filters do not narrow it. */
export async function findPauses(
  ctx: Ctx,
  { period, filter }: { period: Period; filter: TurnFilter },
): Promise<PauseFigures[]> {
  const { from } = monthRange(period.first)
  const to = endOfPeriod(period, ctx.now)
  const { rows } = await sql<Record<'reason' | 'begun' | 'running' | 'limited', string>>`
    select reason_name as reason, count(*) filter (where at >= ${from}) as begun,
      count(*) filter (where ended_at is null or ended_at > ${to}) as running,
      count(*) filter (where ended_how = 'limit' and ended_at >= ${from} and ended_at <= ${to}) as limited
    from case_pause
    where at <= ${to} and (ended_at is null or ended_at >= ${from})
      ${filter.scope === 'all' ? sql`` : sql`and agency_id = any(${filter.scope}::text[])`}
      ${filter.agencyId ? sql`and agency_id = ${filter.agencyId}` : sql``}
    group by 1 order by 2 desc, 1`.execute(ctx.db)
  return rows.map(({ reason, begun, running, limited }) => ({
    reason,
    begun: Number(begun),
    running: Number(running),
    limited: Number(limited),
  }))
}
