import { findAgency } from '../agencies/find-agencies.ts'
import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'
import { isDay } from './day-in-words.ts'
import { findCalendars } from './find-calendars.ts'

export interface AgencyCalendarInput {
  agencyId: string
  calendarId: string
  from: string
  basis: string
}

/** From a day on an agency works by this calendar; what was set for the same day before is replaced. */
export async function setAgencyCalendar(ctx: Ctx, given: AgencyCalendarInput): Promise<AgencyCalendarInput | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const { agencyId, calendarId, from, basis } = input
    const calendar = (await findCalendars(ctx)).find(({ id }) => id === calendarId)
    const errors: [field: string, wrong: boolean, words: string][] = [
      ['agencyId', agencyId === '', 'Pilih perangkat daerah.'],
      ['calendarId', !calendar, 'Pilih kalender.'],
      ['from', !isDay(from), 'Isi hari mulai berlaku.'],
      ['basis', basis === '' || basis.length > 300, 'Isi dasarnya, paling banyak 300 huruf.'],
    ]
    const wrong = errors.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words])
    if (wrong.length > 0) return invalid(Object.fromEntries(wrong))
    const agency = await findAgency(ctx, agencyId)
    const before = await ctx.db
      .selectFrom('agency_calendar')
      .select(['calendar_id as calendar', 'basis'])
      .where('agency_id', '=', agencyId)
      .where('from_day', '=', from)
      .executeTakeFirst()
    await ctx.db
      .insertInto('agency_calendar')
      .values({ agency_id: agency.id, calendar_id: calendarId, from_day: from, basis })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'from_day']).doUpdateSet({ calendar_id: calendarId, basis }),
      )
      .execute()
    const after = { calendar: calendar?.name, from, basis }
    await record(ctx, 'agency-calendar.set', { thing: 'agency-calendar', id: agencyId, agencyId, before, after })
    return input
  })
}
