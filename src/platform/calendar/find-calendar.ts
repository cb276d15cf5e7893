import type { Ctx, Platform } from '../ctx.ts'
import { Missing } from '../refusal.ts'
import { dayInWib } from '../time.ts'
import type { CalendarData } from './calendar-data.ts'
import { readCalendar, readHours, readVersion } from './calendar-rows.ts'
import { cityCalendar } from './shipped-calendar.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/** From this WIB day on an office works by this calendar. */
export interface CalendarTurn {
  from: string
  calendarId: string
}

/** Built calendars of this process. A version is never given twice, so an entry is never wrong, only not asked for. */
const built = new WeakMap<Platform, Map<string, WorkingCalendar>>()
const keptAtMost = 100

/**
 * The working calendar as it is known on the WIB day of `ctx.now`: decrees of later days are not in it. Kept in
 * memory by version; asking again costs one small query. Throws `Missing` where there is no such calendar.
 */
export const findCalendar = async (ctx: Ctx, id = cityCalendar): Promise<WorkingCalendar> =>
  (await openCalendars(ctx))(id)

/**
 * For many calendars with one question for their version. `turns`, oldest first: an office that began with the
 * calendar `id` and changed to others.
 */
export async function openCalendars(
  ctx: Ctx,
): Promise<(id?: string, turns?: readonly CalendarTurn[]) => Promise<WorkingCalendar>> {
  const version = await readVersion(ctx)
  const day = dayInWib(ctx.now)
  const kept = built.get(ctx.platform) ?? new Map<string, WorkingCalendar>()
  built.set(ctx.platform, kept)
  return async (id = cityCalendar, turns = []) => {
    const key = [id, version, day, ...turns.map(({ from, calendarId }) => `${from} ${calendarId}`)].join(' ')
    const found = kept.get(key)
    if (found) return found
    const data = await readTurns(ctx, id, turns)
    if (!data) throw new Missing(`calendar ${id}`)
    const calendar = workingCalendar(data, day)
    if (kept.size >= keptAtMost) kept.clear()
    kept.set(key, calendar)
    return calendar
  }
}

async function readTurns(ctx: Ctx, id: string, turns: readonly CalendarTurn[]): Promise<CalendarData | undefined> {
  const first = await readCalendar(ctx, id)
  if (!first || turns.length === 0) return first
  const later: { from: string; hours: CalendarData['hours'] }[] = []
  for (const { from, calendarId } of turns) later.push({ from, hours: await readHours(ctx, calendarId) })
  return { ...first, later }
}
