import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addHoliday } from '../add-holiday.ts'
import { addHolidayYear } from '../add-holiday-year.ts'
import { findHolidays, findWorkingTime } from '../find-holidays.ts'
import { calendarPaths } from '../paths.ts'
import type { CalendarDraft } from './calendar-forms.tsx'
import { CalendarPage } from './calendar-page.tsx'

/** More days off than any year has. */
const allOfAYear = 366

const recounted = 'Batas waktu kasus yang berjalan sedang dihitung ulang.'

const yearIn = (text: string): number | undefined => (/^\d{4}/.test(text) ? Number(text.slice(0, 4)) : undefined)

async function contentOf(ctx: Ctx, wanted: number | undefined) {
  const { hours, years } = await findWorkingTime(ctx)
  const year = wanted ?? Number(dayInWib(ctx.now).slice(0, 4))
  const holidays = await findHolidays(ctx, { year, limit: allOfAYear })
  return { year, holidays, hours, years, mayManage: may(ctx.actor, 'calendar.manage') }
}

const fieldsOf = <Name extends string>(request: PageRequest, names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, request.field(name)])) as Record<Name, string>

/** The page again, with what was typed and why it was refused. */
async function again(
  ctx: Ctx,
  request: PageRequest,
  refusal: Refusal,
  draft: Omit<CalendarDraft, 'errors'>,
): Promise<Reply> {
  const content = await contentOf(ctx, yearIn(draft.fields.day ?? ''))
  return refused(refusal, (errors) => <CalendarPage frame={request.frame} {...content} draft={{ ...draft, errors }} />)
}

const holidayFields = ['day', 'kind', 'name', 'decree', 'from'] as const
const yearFields = ['year', 'decree', 'from', 'list'] as const

export const calendarRoutes = [
  get(calendarPaths.calendar, 'calendar.read', async (ctx, { frame, query }) =>
    html(<CalendarPage frame={frame} {...(await contentOf(ctx, yearIn(query.get('tahun') ?? '')))} />),
  ),

  post(calendarPaths.holidays, 'calendar.manage', async (ctx, request) => {
    const fields = fieldsOf(request, holidayFields)
    const added = await addHoliday(ctx, fields)
    if (isRefusal(added)) return again(ctx, request, added, { form: 'holiday', fields })
    const year = added.day.slice(0, 4)
    return seeOther(calendarPaths.calendar.href({}, { tahun: year }), `Hari libur ditambahkan. ${recounted}`)
  }),

  post(calendarPaths.holidayYears, 'calendar.manage', async (ctx, request) => {
    const fields = fieldsOf(request, yearFields)
    const added = await addHolidayYear(ctx, fields)
    if (isRefusal(added)) return again(ctx, request, added, { form: 'year', fields })
    const words = `${added.days} hari libur tahun ${added.year} tercatat. ${recounted}`
    return seeOther(calendarPaths.calendar.href({}, { tahun: added.year }), words)
  }),
]
