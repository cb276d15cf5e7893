import { calendarRoutes } from './calendar-routes.tsx'
import { citizenRoutes } from './citizen-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'

export const caseRoutes = [...deskRoutes, ...citizenRoutes, ...calendarRoutes]
