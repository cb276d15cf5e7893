import { calendarRoutes } from './calendar-routes.tsx'
import { decreeRoutes } from './decree-routes.tsx'
import { hoursRoutes } from './hours-routes.tsx'

export const routes = [...calendarRoutes, ...decreeRoutes, ...hoursRoutes]
