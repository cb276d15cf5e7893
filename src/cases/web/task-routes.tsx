import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { findApprovalRules, setApproval } from '../answer-approval.ts'
import { findTasks } from '../find-tasks.ts'
import { casePaths } from '../paths.ts'
import { ApprovalRulePage } from './approval-rule-page.tsx'
import { TasksPage } from './tasks-page.tsx'

/** The agencies this person works for, with their rules; those of the whole city see nothing here. */
async function rulePage(
  ctx: Ctx,
  { frame }: PageRequest,
  more: { input?: { agencyId: string; required: string; from: string }; errors?: FieldErrors } = {},
) {
  const grants = 'grants' in ctx.actor ? ctx.actor.grants : []
  const own = new Set(grants.map(({ agencyId }) => agencyId))
  const mine = (await findAgencies(ctx)).filter(({ id }) => own.has(id) && may(ctx.actor, 'case.answer', id))
  const agencies = await Promise.all(
    mine.map(async ({ id, name }) => ({
      agencyId: id,
      name,
      rules: await findApprovalRules(ctx, id),
      maySet: may(ctx.actor, 'answer-approval.set', id),
    })),
  )
  return <ApprovalRulePage frame={frame} today={dayInWib(ctx.now)} agencies={agencies} {...more} />
}

export const taskRoutes = [
  get(casePaths.tasks, 'case.work', async (ctx, { frame }) =>
    html(<TasksPage frame={frame} tasks={await findTasks(ctx)} />),
  ),

  get(casePaths.approvalRule, 'case.answer', async (ctx, request) => html(await rulePage(ctx, request))),

  post(casePaths.approvalRule, 'answer-approval.set', async (ctx, request) => {
    const input = {
      agencyId: request.field('agencyId'),
      required: request.field('required'),
      from: request.field('from'),
    }
    const done = await setApproval(ctx, { ...input, required: input.required !== 'tidak' })
    if (!isRefusal(done)) return seeOther(casePaths.approvalRule.href(), 'Aturan persetujuan tersimpan.')
    const errors = done.refusal === 'invalid' ? done.errors : { '': done.reason }
    const page = await rulePage(ctx, request, { input, errors })
    return refused(done, () => page)
  }),
]
