import type { Ctx } from '../../platform/ctx.ts'
import { job } from '../../platform/queue/queue.ts'
import { formatDay } from '../../platform/time.ts'
import { recomputeDueDates } from '../recompute-due-dates.ts'
import '../../platform/calendar/tables.ts'
import '../data/tables.ts'
import { limitWords } from '../sla-rule.ts'

interface Cause {
  cause: 'holiday' | 'year' | 'rule'
  id: string
}

/** After a change of calendar or time limits. Long: every open case is looked at. */
export const recomputeDueDatesJob = job<Cause>({
  name: 'recompute-due-dates',
  expiresAfterSeconds: 3600,
  run: async (ctx, { cause, id }) => {
    const reason = await reasons[cause](ctx, id)
    if (reason !== undefined) await recomputeDueDates(ctx, reason)
  },
})

/** What changed, in words for the case; undefined when it is not there any more. */
const reasons: Record<Cause['cause'], (ctx: Ctx, id: string) => Promise<string | undefined>> = {
  holiday: async (ctx, id) => {
    const row = await ctx.db.selectFrom('holiday').selectAll().where('id', '=', id).executeTakeFirst()
    return row && `Hari libur ditambahkan: ${row.name}, ${formatDay(row.day)} (${row.decree}).`
  },
  year: async (ctx, id) => {
    const row = await ctx.db.selectFrom('holiday_year').selectAll().where('year', '=', Number(id)).executeTakeFirst()
    return row && `Hari libur tahun ${row.year} ditetapkan (${row.decree}).`
  },
  rule: async (ctx, id) => {
    const row = await ctx.db.selectFrom('sla_rule').selectAll().where('id', '=', id).executeTakeFirst()
    return row && `Batas waktu baru: ${limitWords(row)} sejak ${formatDay(row.from_day)} (${row.basis}).`
  },
}
