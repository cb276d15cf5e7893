import type { Area } from '../platform/area.ts'
import { seedCalendar } from '../platform/calendar/seed-calendar.ts'
import { calendarApi } from './api/calendar-routes.ts'
import { routes } from './web/routes.tsx'

export const calendarArea: Area = {
  name: 'calendar',
  routes: [...routes, ...calendarApi],
  jobs: [],
  schedules: [],
  seed: seedCalendar,
}
