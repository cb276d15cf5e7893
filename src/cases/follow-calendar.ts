import type { Area } from '../platform/area.ts'
import { later } from '../platform/queue/queue.ts'
import { recomputeDueDatesJob } from './jobs/recompute-due-dates.ts'

/** A change of the calendar moves what is due: running clocks are counted anew, by a job. */
export const followCalendar: NonNullable<Area['follows']> = {
  'holiday.added': async (ctx, events) => {
    for (const { id } of events) await later(ctx, recomputeDueDatesJob, { cause: 'holiday', id })
  },
  'holiday-year.added': async (ctx, events) => {
    for (const { id } of events) await later(ctx, recomputeDueDatesJob, { cause: 'year', id })
  },
}
