import { may } from '../../agencies/policy.ts'
import { hoursOn } from '../../platform/calendar/working-calendar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addHoliday } from '../add-holiday.ts'
import { findHolidays, findWithdrawn, findWorkingTime } from '../find-holidays.ts'
import { calendarPaths } from '../paths.ts'
import { CalendarPage } from './calendar-page.tsx'

/** More days off than any year has. */
const allOfAYear = 800

export const recounted = 'Batas waktu kasus yang berjalan sedang dihitung ulang.'

const yearIn = (text: string): number | undefined => (/^\d{4}/.test(text) ? Number(text.slice(0, 4)) : undefined)

async function contentOf(ctx: Ctx, wanted: number | undefined) {
  const { hours, years } = await findWorkingTime(ctx)
  const day = dayInWib(ctx.now)
  const year = wanted ?? Number(day.slice(0, 4))
  const holidays = await findHolidays(ctx, { year, limit: allOfAYear })
  const withdrawn = await findWithdrawn(ctx, year)
  return { year, holidays, withdrawn, today: hoursOn(hours, day), years, mayManage: may(ctx.actor, 'calendar.manage') }
}

export const calendarRoutes = [
  get(calendarPaths.calendar, 'calendar.read', async (ctx, { frame, query }) =>
    html(<CalendarPage frame={frame} {...(await contentOf(ctx, yearIn(query.get('tahun') ?? '')))} />),
  ),

  post(calendarPaths.holidays, 'calendar.manage', async (ctx, { frame, field }) => {
    const fields = {
      day: field('day'),
      kind: field('kind'),
      name: field('name'),
      decree: field('decree'),
      from: field('from'),
    }
    const added = await addHoliday(ctx, fields)
    if (isRefusal(added)) {
      const content = await contentOf(ctx, yearIn(fields.day))
      return refused(added, (errors) => <CalendarPage frame={frame} {...content} draft={{ errors, fields }} />)
    }
    const year = added.day.slice(0, 4)
    return seeOther(calendarPaths.calendar.href({}, { tahun: year }), `Hari libur ditambahkan. ${recounted}`)
  }),
]
