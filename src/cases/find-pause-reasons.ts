import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/clock-tables.ts'
import { type PauseReason, reasonsOn } from './pause.ts'

/** All that was ever set, the oldest first. */
export async function findPauseReasons(ctx: Ctx): Promise<PauseReason[]> {
  const rows = await ctx.db.selectFrom('pause_reason').selectAll().orderBy('from_day').orderBy('id').execute()
  return rows.map(({ from_day, limit_days, ends_by_word, ...reason }) => ({
    ...reason,
    from: from_day,
    limitDays: limit_days,
    endsByWord: ends_by_word,
  }))
}

/** The reasons one may give today. */
export const reasonsToday = async (ctx: Ctx): Promise<PauseReason[]> =>
  reasonsOn(await findPauseReasons(ctx), dayInWib(ctx.now))
