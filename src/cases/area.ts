import type { Area, RegisterColumn, Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { caseApi } from './api/routes.ts'
import { countUnsentAnswers } from './count-unsent-answers.ts'
import { countByAgency, countWaiting } from './find-cases.ts'
import { findTasks } from './find-tasks.ts'
import { countWarnings } from './find-warnings.ts'
import { followCalendar } from './follow-calendar.ts'
import { followCases } from './follow-cases.ts'
import { handOverCases } from './hand-over.ts'
import { closeSilentCasesJob } from './jobs/close-silent-cases.ts'
import { endPausesJob } from './jobs/end-pauses.ts'
import { escalateJob } from './jobs/escalate.ts'
import { importCasesJob } from './jobs/import-cases.ts'
import { countAnewJob, recomputeDueDatesJob } from './jobs/recompute-due-dates.ts'
import { casePaths } from './paths.ts'
import { seedProofRules } from './proof-rule.ts'
import { seedEscalationRules, seedPauseReasons, seedRules } from './seed-rules.ts'
import { caseRoutes } from './web/routes.tsx'

export const casesArea: Area = {
  name: 'cases',
  routes: [...caseRoutes, ...caseApi],
  jobs: [importCasesJob, recomputeDueDatesJob, closeSilentCasesJob, endPausesJob, escalateJob, countAnewJob],
  schedules: [
    { cron: '30 6 * * *', job: closeSilentCasesJob },
    { cron: '5,35 * * * *', job: endPausesJob },
    { cron: '10 0 * * *', job: countAnewJob },
    { cron: '*/30 6-18 * * *', job: escalateJob },
  ],
  seed,
  handOver: handOverCases,
  waiting,
  registerColumn: { head: 'Kasus', cells: casesByAgency },
  follows: { ...followCalendar, ...followCases },
}

async function seed(ctx: Ctx): Promise<void> {
  await seedRules(ctx)
  await seedPauseReasons(ctx)
  await seedEscalationRules(ctx)
  await seedProofRules(ctx)
}

async function waiting(ctx: Ctx): Promise<Waiting[]> {
  const { waiting, overdue } = await countWaiting(ctx)
  const href = casePaths.inbox.href()
  const tasks = casePaths.tasks.href()
  const { assigned, mentions, proposals } = await findTasks(ctx)
  const warned = await countWarnings(ctx)
  const unsent = await countUnsentAnswers(ctx)
  return [
    ...(proposals.length > 0
      ? [{ text: 'Jawaban yang menunggu persetujuan Anda', href: tasks, count: proposals.length, urgent: true }]
      : []),
    ...(mentions.length > 0
      ? [{ text: 'Catatan kasus yang menyebut Anda', href: tasks, count: mentions.length, urgent: false }]
      : []),
    ...(assigned.length > 0
      ? [{ text: 'Kasus yang ditugaskan kepada Anda', href: tasks, count: assigned.length, urgent: false }]
      : []),
    ...(warned > 0
      ? [{ text: 'Tenggat kasus yang diperingatkan kepada Anda sejak kemarin', href, count: warned, urgent: true }]
      : []),
    ...(overdue > 0
      ? [{ text: 'Kasus yang lewat batas waktu', href: casePaths.late.href(), count: overdue, urgent: true }]
      : []),
    ...(unsent > 0
      ? [
          {
            text: 'Jawaban yang perlu dikirim dengan tangan, lalu ditandai terkirim',
            href,
            count: unsent,
            urgent: true,
          },
        ]
      : []),
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
