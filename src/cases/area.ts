import type { Area, RegisterColumn, Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { caseApi } from './api/routes.ts'
import { countByAgency, countWaiting } from './find-cases.ts'
import { followCalendar } from './follow-calendar.ts'
import { countOpenCases } from './hand-over.ts'
import { closeSilentCasesJob } from './jobs/close-silent-cases.ts'
import { recomputeDueDatesJob } from './jobs/recompute-due-dates.ts'
import { casePaths } from './paths.ts'
import { seedRules } from './seed-rules.ts'
import { caseRoutes } from './web/routes.tsx'

export const casesArea: Area = {
  name: 'cases',
  routes: [...caseRoutes, ...caseApi],
  jobs: [recomputeDueDatesJob, closeSilentCasesJob],
  schedules: [{ cron: '30 6 * * *', job: closeSilentCasesJob }],
  seed: seedRules,
  handOver: countOpenCases,
  waiting,
  registerColumn: { head: 'Kasus', cells: casesByAgency },
  follows: followCalendar,
}

async function waiting(ctx: Ctx): Promise<Waiting[]> {
  const { waiting, overdue } = await countWaiting(ctx)
  const href = casePaths.inbox.href()
  return [
    ...(overdue > 0 ? [{ text: 'Kasus yang lewat batas waktu', href, count: overdue, urgent: true }] : []),
    ...(waiting > 0 ? [{ text: 'Kasus yang menunggu jawaban', href, count: waiting, urgent: false }] : []),
  ]
}

async function casesByAgency(ctx: Ctx, agencyIds: readonly string[]): ReturnType<RegisterColumn['cells']> {
  const counts = [...(await countByAgency(ctx, agencyIds))].map(([agencyId, { waiting, overdue }]) => {
    const text = overdue > 0 ? `${overdue} dari ${waiting} lewat batas` : `${waiting} menunggu`
    const href = casePaths.inbox.href({}, { perangkat: agencyId })
    return [agencyId, { text, tone: overdue > 0 ? 'bad' : 'quiet', href }] as const
  })
  return new Map(counts)
}
