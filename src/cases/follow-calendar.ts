import { calendarChanges, changeInWords } from '../calendar/change-words.ts'
import type { Area } from '../platform/area.ts'
import type { Follower } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { recomputeDueDatesJob } from './jobs/recompute-due-dates.ts'

const countAnew: Follower = async (ctx, events) => {
  for (const event of events)
    await later(ctx, recomputeDueDatesJob, { cause: 'calendar', reason: changeInWords(event) })
}

/** A change of the calendar moves what is due: running clocks are counted anew, by a job. */
export const followCalendar: NonNullable<Area['follows']> = Object.fromEntries(
  calendarChanges.map((action) => [action, countAnew]),
)
