import { actRoutes } from './act-routes.tsx'
import { bulkRoutes } from './bulk-routes.tsx'
import { closingRoutes } from './closing-routes.tsx'
import { entryRoutes } from './entry-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { inboxRoutes } from './inbox-routes.tsx'
import { lateRoutes } from './late-routes.tsx'
import { pauseRoutes } from './pause-routes.tsx'
import { presenceRoutes } from './presence-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { savedAnswerRoutes } from './saved-answer-routes.tsx'
import { taskRoutes } from './task-routes.tsx'
import { topicRoutes } from './topic-routes.tsx'
import { workRoutes } from './work-routes.tsx'

export const caseRoutes = [
  ...lateRoutes,
  ...pauseRoutes,
  ...entryRoutes,
  ...importRoutes,
  ...inboxRoutes,
  ...bulkRoutes,
  ...presenceRoutes,
  ...actRoutes,
  ...closingRoutes,
  ...topicRoutes,
  ...workRoutes,
  ...taskRoutes,
  ...savedAnswerRoutes,
  ...fileRoutes,
  ...ruleRoutes,
]
