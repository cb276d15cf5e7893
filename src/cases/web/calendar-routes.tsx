import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addHoliday } from '../add-holiday.ts'
import { findHolidays, findWorkingTime } from '../find-holidays.ts'
import { findRules } from '../find-rules.ts'
import type { HolidayInput } from '../holiday.ts'
import { casePaths } from '../paths.ts'
import { CalendarPage } from './calendar-page.tsx'

const empty: HolidayInput = { day: '', kind: 'national', name: '', decree: '', from: '' }

/** More days off than any year has. */
const allOfAYear = 366

const yearIn = (text: string): number | undefined => (/^\d{4}/.test(text) ? Number(text.slice(0, 4)) : undefined)

async function contentOf(ctx: Ctx, wanted: number | undefined) {
  const { hours, years } = await findWorkingTime(ctx)
  const year = wanted ?? Number(dayInWib(ctx.now).slice(0, 4))
  const [holidays, rules] = await Promise.all([findHolidays(ctx, { year, limit: allOfAYear }), findRules(ctx)])
  return { year, holidays, hours, years, rules, mayManage: may(ctx.actor, 'calendar.manage') }
}

const inputOf = (request: PageRequest): HolidayInput => ({
  day: request.field('day'),
  kind: request.field('kind'),
  name: request.field('name'),
  decree: request.field('decree'),
  from: request.field('from'),
})

export const calendarRoutes = [
  get(casePaths.calendar, 'calendar.read', async (ctx, { frame, query }) =>
    html(<CalendarPage frame={frame} {...(await contentOf(ctx, yearIn(query.get('tahun') ?? '')))} input={empty} />),
  ),

  post(casePaths.holidays, 'calendar.manage', async (ctx, request) => {
    const input = inputOf(request)
    const added = await addHoliday(ctx, input)
    if (isRefusal(added)) {
      const content = await contentOf(ctx, yearIn(input.day))
      return refused(added, (errors) => (
        <CalendarPage frame={request.frame} {...content} input={input} errors={errors} />
      ))
    }
    const year = added.day.slice(0, 4)
    return seeOther(
      casePaths.calendar.href({}, { tahun: year }),
      'Hari libur ditambahkan. Batas waktu kasus yang berjalan sedang dihitung ulang.',
    )
  }),
]
