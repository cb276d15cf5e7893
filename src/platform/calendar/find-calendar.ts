import type { Ctx, Platform } from '../ctx.ts'
import { Missing } from '../refusal.ts'
import { dayInWib } from '../time.ts'
import { readCalendar } from './calendar-rows.ts'
import { cityCalendar } from './shipped-calendar.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/** Built calendars of this process. A version is never given twice, so an entry is never wrong, only not asked for. */
const built = new WeakMap<Platform, Map<string, WorkingCalendar>>()
const keptAtMost = 50

/**
 * The working calendar as it is known on the WIB day of `ctx.now`: decrees of later days are not in it. Kept in
 * memory by version; asking again costs one small query. Throws `Missing` where there is no such calendar.
 */
export async function findCalendar(ctx: Ctx, id = cityCalendar): Promise<WorkingCalendar> {
  const row = await ctx.db.selectFrom('calendar').select('version').where('id', '=', id).executeTakeFirst()
  if (!row) throw new Missing(`calendar ${id}`)
  const day = dayInWib(ctx.now)
  const key = `${id} ${row.version} ${day}`
  const kept = built.get(ctx.platform) ?? new Map<string, WorkingCalendar>()
  built.set(ctx.platform, kept)
  const found = kept.get(key)
  if (found) return found
  const data = await readCalendar(ctx, id)
  if (!data) throw new Missing(`calendar ${id}`)
  const calendar = workingCalendar(data, day)
  if (kept.size >= keptAtMost) kept.clear()
  kept.set(key, calendar)
  return calendar
}
