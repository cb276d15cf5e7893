import { may } from '../../agencies/policy.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { addRule } from '../add-rule.ts'
import { findRules } from '../find-rules.ts'
import { casePaths } from '../paths.ts'
import type { RuleInput } from '../rule-input.ts'
import { RulesPage } from './rules-page.tsx'

const fieldsOf = ({ field }: PageRequest): RuleInput => ({
  step: field('step'),
  kind: field('kind'),
  class: field('class'),
  agencyId: field('agencyId'),
  unit: field('unit'),
  amount: field('amount'),
  basis: field('basis'),
  from: field('from'),
})

export const ruleRoutes = [
  get(casePaths.rules, 'calendar.read', async (ctx, { frame }) =>
    html(<RulesPage frame={frame} rules={await findRules(ctx)} mayManage={may(ctx.actor, 'calendar.manage')} />),
  ),

  post(casePaths.rules, 'calendar.manage', async (ctx, request) => {
    const fields = fieldsOf(request)
    const added = await addRule(ctx, fields)
    if (!isRefusal(added))
      return seeOther(
        casePaths.rules.href(),
        'Batas waktu ditetapkan. Batas waktu kasus yang berjalan sedang dihitung ulang.',
      )
    const rules = await findRules(ctx)
    return refused(added, (errors) => (
      <RulesPage frame={request.frame} rules={rules} mayManage draft={{ errors, fields }} />
    ))
  }),
]
