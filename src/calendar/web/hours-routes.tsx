import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addCalendar } from '../add-calendar.ts'
import { addHours } from '../add-hours.ts'
import { findAgencyTurns, findCalendarHours, findCalendars } from '../find-calendars.ts'
import { intervalsInWords } from '../interval-text.ts'
import { type HoursInput, weekdays } from '../office-hours.ts'
import { calendarPaths } from '../paths.ts'
import { setAgencyCalendar } from '../set-agency-calendar.ts'
import { withdrawHours } from '../withdraw-hours.ts'
import { CalendarHoursPage } from './calendar-hours-page.tsx'
import { recounted } from './calendar-routes.tsx'
import { HoursPage } from './hours-page.tsx'

async function hoursContent(ctx: Ctx, frame: Frame) {
  return {
    frame,
    calendars: await findCalendars(ctx),
    turns: await findAgencyTurns(ctx),
    agencies: await findAgencies(ctx),
    today: dayInWib(ctx.now),
    mayManage: may(ctx.actor, 'calendar.manage'),
  }
}

/** The form begins with the hours that hold now: what is asked for is mostly a change of them. */
async function calendarContent(ctx: Ctx, frame: Frame, id: string) {
  const calendar = await findCalendarHours(ctx, id)
  const turns = (await findAgencyTurns(ctx)).filter(({ calendarId }) => calendarId === id)
  const usual = calendar.hours.findLast(({ to }) => to === null)
  const week = Object.fromEntries(
    weekdays.map((day) => [day, intervalsInWords(usual?.week[day]).replaceAll('–', '-').replace('tutup', '')]),
  )
  const fields: HoursInput = { name: '', from: '', to: '', week, jointLeaveIsOff: true, basis: '' }
  return { frame, calendar, turns, mayManage: may(ctx.actor, 'calendar.manage'), draft: { errors: {}, fields } }
}

const hoursFields = ({ field }: PageRequest): HoursInput => ({
  name: field('name'),
  from: field('from'),
  to: field('to'),
  week: Object.fromEntries(weekdays.map((day) => [day, field(`hari-${day}`)])),
  jointLeaveIsOff: field('jointLeaveIsOff') === 'on',
  basis: field('basis'),
})

export const hoursRoutes = [
  get(calendarPaths.hours, 'calendar.read', async (ctx, { frame }) =>
    html(<HoursPage {...(await hoursContent(ctx, frame))} />),
  ),

  post(calendarPaths.hours, 'calendar.manage', async (ctx, { frame, field }) => {
    const fields = { name: field('name'), like: field('like') }
    const added = await addCalendar(ctx, fields)
    if (isRefusal(added)) {
      const content = await hoursContent(ctx, frame)
      return refused(added, (errors) => <HoursPage {...content} calendarDraft={{ errors, fields }} />)
    }
    return seeOther(calendarPaths.calendarHours.href({ calendar: added.id }), 'Kalender dibuat.')
  }),

  post(calendarPaths.agencyCalendars, 'calendar.manage', async (ctx, { frame, field }) => {
    const fields = {
      agencyId: field('agencyId'),
      calendarId: field('calendarId'),
      from: field('from'),
      basis: field('basis'),
    }
    const set = await setAgencyCalendar(ctx, fields)
    if (isRefusal(set)) {
      const content = await hoursContent(ctx, frame)
      return refused(set, (errors) => <HoursPage {...content} agencyDraft={{ errors, fields }} />)
    }
    return seeOther(calendarPaths.hours.href(), `Kalender perangkat daerah ditetapkan. ${recounted}`)
  }),

  get(calendarPaths.calendarHours, 'calendar.read', async (ctx, { frame, params }) =>
    html(<CalendarHoursPage {...(await calendarContent(ctx, frame, params.calendar ?? ''))} />),
  ),

  post(calendarPaths.calendarHours, 'calendar.manage', async (ctx, request) => {
    const calendar = request.params.calendar ?? ''
    const fields = hoursFields(request)
    const added = await addHours(ctx, calendar, fields)
    if (isRefusal(added)) {
      const content = await calendarContent(ctx, request.frame, calendar)
      return refused(added, (errors) => <CalendarHoursPage {...content} draft={{ errors, fields }} />)
    }
    return seeOther(calendarPaths.calendarHours.href({ calendar }), `Jam kerja ditambahkan. ${recounted}`)
  }),

  post(calendarPaths.hoursWithdrawal, 'calendar.manage', async (ctx, { frame, params, field }) => {
    const [calendar, id, reason] = [params.calendar ?? '', params.id ?? '', field('reason')]
    const withdrawn = await withdrawHours(ctx, { calendarId: calendar, id, reason })
    if (isRefusal(withdrawn)) {
      const content = await calendarContent(ctx, frame, calendar)
      return refused(withdrawn, (errors) => <CalendarHoursPage {...content} kept={{ id, reason, errors }} />)
    }
    return seeOther(calendarPaths.calendarHours.href({ calendar }), `Jam kerja dicabut. ${recounted}`)
  }),
]
