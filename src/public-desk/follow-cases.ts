import type { Ctx } from '../platform/ctx.ts'
import type { Follower } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { tellCitizenJob } from './jobs/tell-citizen.ts'

const told = ['case.opened', 'case.passed-on', 'case.triaged', 'case.answer-published', 'case.closed', 'case.reopened']

/** Follows what happens to cases whose citizens want a mail; what several events of one instant say is one mail. */
export const followCases: Readonly<Record<string, Follower>> = Object.fromEntries(
  told.map((action) => [action, tellLater]),
)

async function tellLater(ctx: Ctx, events: Parameters<Follower>[1]): Promise<void> {
  const wanting = await ctx.db
    .selectFrom('cases')
    .innerJoin('reporter', 'reporter.id', 'cases.reporter_id')
    .select('cases.id')
    .where(
      'cases.id',
      'in',
      events.map(({ id }) => id),
    )
    .where('reporter.mails', '=', true)
    .execute()
  for (const { id } of wanting) {
    const at = ctx.now.toISOString()
    await later(ctx, tellCitizenJob, { caseId: id, at }, { onlyOne: `${id} ${at}` })
  }
}
