import { citizenRoutes } from './citizen-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'

export const caseRoutes = [...deskRoutes, ...citizenRoutes, ...fileRoutes, ...ruleRoutes]
