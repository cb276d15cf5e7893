import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addApprovalRule } from '../add-approval-rule.ts'
import { findApprovalRules } from '../approval-rules.ts'
import { channelPaths } from '../paths.ts'
import { ApprovalRulesPage } from './approval-rules-page.tsx'

async function props(ctx: Ctx, frame: Frame) {
  const [rules, agencies] = await Promise.all([findApprovalRules(ctx), findAgencies(ctx)])
  return { frame, rules, agencies: agencies.map(({ id, name }) => [id, name] as const) }
}

export const approvalRuleRoutes = [
  get(channelPaths.approvalRules, 'post.read', async (ctx, { frame }) => {
    const blank = { agencyId: '', from: dayInWib(ctx.now), first: 'either', second: '', basis: '' }
    const input = may(ctx.actor, 'announcement.manage') ? blank : null
    return html(<ApprovalRulesPage {...(await props(ctx, frame))} input={input} />)
  }),

  post(channelPaths.approvalRules, 'announcement.manage', async (ctx, { frame, field }) => {
    const input = {
      agencyId: field('agencyId'),
      from: field('from'),
      first: field('first'),
      second: field('second'),
      basis: field('basis'),
    }
    const done = await addApprovalRule(ctx, input)
    if (!isRefusal(done)) return seeOther(channelPaths.approvalRules.href(), 'Aturan persetujuan ditetapkan.')
    const again = await props(ctx, frame)
    return refused(done, (errors) => <ApprovalRulesPage {...again} input={input} errors={errors} />)
  }),
]
