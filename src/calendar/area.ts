import type { Area } from '../platform/area.ts'
import { seedCalendar } from '../platform/calendar/seed-calendar.ts'
import { calendarApi } from './api/calendar-routes.ts'
import { calendarRoutes } from './web/calendar-routes.tsx'

export const calendarArea: Area = {
  name: 'calendar',
  routes: [...calendarRoutes, ...calendarApi],
  jobs: [],
  schedules: [],
  seed: seedCalendar,
}
