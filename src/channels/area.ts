import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { carryAnswers } from './carry-answer.ts'
import { handOverPosts } from './hand-over.ts'
import { looking, mentionLook } from './look-for-mentions.ts'
import { publishing } from './publish-post.ts'
import { accountColumn } from './register-column.ts'
import { sweeping } from './send-waiting.ts'
import { settling } from './settle-post.ts'
import { waitingInChannels } from './waiting.ts'
import { accountRoutes } from './web/account-routes.tsx'
import { postRoutes } from './web/post-routes.tsx'

export const channelsArea: Area = {
  name: 'channels',
  routes: [...accountRoutes, ...postRoutes, ...apiRoutes],
  jobs: [publishing, settling, mentionLook, looking, sweeping],
  schedules: [
    { cron: '* * * * *', job: looking },
    { cron: '* * * * *', job: sweeping },
  ],
  handOver: handOverPosts,
  waiting: waitingInChannels,
  registerColumn: accountColumn,
  follows: { 'case.answered': carryAnswers },
}
