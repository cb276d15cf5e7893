import { job } from '../../platform/queue/queue.ts'
import { formatDay } from '../../platform/time.ts'
import { recomputeDueDates } from '../recompute-due-dates.ts'
import '../../platform/calendar/tables.ts'

/** After a day off was added. Long: every open case is looked at. */
export const recomputeDueDatesJob = job<{ holidayId: string }>({
  name: 'recompute-due-dates',
  expiresAfterSeconds: 3600,
  run: async (ctx, { holidayId }) => {
    const holiday = await ctx.db.selectFrom('holiday').selectAll().where('id', '=', holidayId).executeTakeFirst()
    if (!holiday) return
    const { name, day, decree } = holiday
    await recomputeDueDates(ctx, `Hari libur ditambahkan: ${name}, ${formatDay(day)} (${decree}).`)
  },
})
