import type { Ctx } from '../../platform/ctx.ts'
import { job } from '../../platform/queue/queue.ts'
import { formatDay } from '../../platform/time.ts'
import { recomputeDueDates } from '../recompute-due-dates.ts'
import '../data/tables.ts'
import { limitWords } from '../sla-rule.ts'

/** What changed: a time limit, or the calendar in words. */
type Cause = { cause: 'rule'; id: string } | { cause: 'calendar'; reason: string }

/** After a change of calendar or time limits. Long: every open case is looked at. */
export const recomputeDueDatesJob = job<Cause>({
  name: 'recompute-due-dates',
  expiresAfterSeconds: 3600,
  run: async (ctx, cause) => {
    const reason = cause.cause === 'rule' ? await ruleInWords(ctx, cause.id) : cause.reason
    if (reason !== undefined) await recomputeDueDates(ctx, reason)
  },
})

/** Each night: a decree or a limit may hold from today. What has not moved is not touched. */
export const countAnewJob = job<Record<never, never>>({
  name: 'count-anew',
  expiresAfterSeconds: 3600,
  run: (ctx) => recomputeDueDates(ctx, 'Kalender kerja dan batas waktu yang berlaku mulai hari ini.'),
})

/** Undefined when it is not there any more. */
async function ruleInWords(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await ctx.db.selectFrom('sla_rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && `Batas waktu baru: ${limitWords(row)} sejak ${formatDay(row.from_day)} (${row.basis}).`
}
