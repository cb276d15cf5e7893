import type { Area } from '../platform/area.ts'
import { apiRoutes } from './api/routes.ts'
import { seedApprovalRules } from './approval-rules.ts'
import { carryAnswers } from './carry-answer.ts'
import { checkingDeleted } from './check-deleted.ts'
import { handOverPosts } from './hand-over.ts'
import { keepingPush } from './keep-push.ts'
import { looking, mentionLook } from './look-for-mentions.ts'
import { accountColumn } from './register-column.ts'
import { seedPrices } from './seed-prices.ts'
import { sending } from './send-due.ts'
import { sweeping } from './send-waiting.ts'
import { settling } from './settle-post.ts'
import { takingEvents } from './take-events.ts'
import { waitingInChannels } from './waiting.ts'
import { accountRoutes } from './web/account-routes.tsx'
import { announcementRoutes } from './web/announcement-routes.tsx'
import { approvalRuleRoutes } from './web/approval-rule-routes.tsx'
import { costRoutes } from './web/cost-routes.tsx'
import { figureRoutes } from './web/figure-routes.tsx'
import { handPostRoutes } from './web/hand-post-routes.tsx'
import { nationalMessageRoutes } from './web/national-message-routes.tsx'
import { postRoutes } from './web/post-routes.tsx'
import { pushRoutes } from './web/push-routes.ts'
import { scheduleRoutes } from './web/schedule-routes.tsx'

export const channelsArea: Area = {
  name: 'channels',
  routes: [
    ...accountRoutes,
    ...handPostRoutes,
    ...costRoutes,
    ...figureRoutes,
    ...pushRoutes,
    ...postRoutes,
    ...scheduleRoutes,
    ...announcementRoutes,
    ...nationalMessageRoutes,
    ...approvalRuleRoutes,
    ...apiRoutes,
  ],
  jobs: [sending, settling, mentionLook, looking, takingEvents, checkingDeleted, keepingPush, sweeping],
  schedules: [
    { cron: '* * * * *', job: looking },
    { cron: '* * * * *', job: sweeping },
    { cron: '17 * * * *', job: checkingDeleted },
    { cron: '*/10 * * * *', job: keepingPush },
  ],
  seed: async (ctx) => {
    await seedApprovalRules(ctx)
    await seedPrices(ctx)
  },
  handOver: handOverPosts,
  waiting: waitingInChannels,
  registerColumn: accountColumn,
  follows: { 'case.answered': carryAnswers },
}
