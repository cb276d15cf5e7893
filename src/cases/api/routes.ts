import { calendarApi } from './calendar-routes.ts'
import { casesApi } from './case-routes.ts'

export const caseApi = [...casesApi, ...calendarApi]
