import { deskRoutes } from './desk-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { savedAnswerRoutes } from './saved-answer-routes.tsx'
import { taskRoutes } from './task-routes.tsx'
import { workRoutes } from './work-routes.tsx'

export const caseRoutes = [...deskRoutes, ...actRoutes, ...workRoutes, ...taskRoutes, ...savedAnswerRoutes, ...fileRoutes, ...ruleRoutes]
