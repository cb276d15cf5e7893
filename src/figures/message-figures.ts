import { sql } from 'kysely'
import { registerText } from '../cases/register-text.ts'
import type { Ctx } from '../platform/ctx.ts'
import { monthRange } from '../platform/time.ts'
import { toTurn } from './data/turn-rows.ts'
import { knownAt } from './data/turn-where.ts'
import { type CountedTurn, countTurns, type MessageFigures } from './message-count.ts'

export interface RegisteredTurn extends CountedTurn {
  /** Number in the office register, not the citizen's tracking code. */
  register: string
}

/**
 * Messages of an agency in a month (WIB, `YYYY-MM`), as they were known at the month's end: asked again next year, the
 * numbers are the same. A month that has not ended is counted up to now.
 */
export async function messageFigures(
  ctx: Ctx,
  agencyId: string,
  month: string,
): Promise<MessageFigures<RegisteredTurn>> {
  const range = monthRange(month)
  const first = `${month}-01`
  const rows = await ctx.db
    .selectFrom('turn')
    .innerJoin('cases', 'cases.id', 'turn.case_id')
    .selectAll('turn')
    .select(['cases.register_agency_id', 'cases.register_year', 'cases.register_number'])
    .where('turn.agency_id', '=', agencyId)
    .where(knownAt(sql`${first}::date`))
    .where((where) =>
      where.or([
        where('came_month', '=', first),
        where('answered_month', '=', first),
        where('left_month', '=', first),
        where('closed_month', '=', first),
        where('breach_month', '=', first),
        where.and([where('recorded_at', 'is', null), where('left_at', 'is', null)]),
      ]),
    )
    .orderBy('came_at')
    .orderBy('turn.case_id')
    .execute()
  const to = range.to < ctx.now ? range.to : new Date(ctx.now.getTime() + 1)
  const turns = rows.map((row) => ({ ...toTurn(row), register: registerText(row) }))
  return countTurns(turns, { from: range.from, to })
}
