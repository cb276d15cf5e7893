import type { JSX } from 'preact'
import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addRule } from '../add-rule.ts'
import { findEscalationRules } from '../escalate.ts'
import { findPauseReasons } from '../find-pause-reasons.ts'
import { findRules } from '../find-rules.ts'
import { casePaths } from '../paths.ts'
import { findProofRules } from '../proof-rule.ts'
import { setEscalation } from '../set-escalation.ts'
import { setPauseReason } from '../set-pause-reason.ts'
import { setProof } from '../set-proof.ts'
import type { RuleDraft } from './rule-forms.tsx'
import { RulesPage } from './rules-page.tsx'

async function view(ctx: Ctx, { frame }: PageRequest, draft?: RuleDraft): Promise<JSX.Element> {
  const props = {
    frame,
    today: dayInWib(ctx.now),
    rules: await findRules(ctx),
    reasons: await findPauseReasons(ctx),
    proof: await findProofRules(ctx),
    escalation: await findEscalationRules(ctx),
    names: new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name])),
    mayManage: may(ctx.actor, 'calendar.manage'),
  }
  return <RulesPage {...props} {...(draft && { draft })} />
}

async function again(
  ctx: Ctx,
  request: PageRequest,
  refusal: Refusal,
  form: RuleDraft['form'],
  fields: RuleDraft['fields'],
): Promise<Reply> {
  const errors = refusal.refusal === 'invalid' ? refusal.errors : { '': refusal.reason }
  const page = await view(ctx, request, { form, errors, fields, told: request.fields('told') })
  return refused(refusal, () => page)
}

const read = <Name extends string>({ field }: PageRequest, ...names: Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, string>

export const ruleRoutes = [
  get(casePaths.rules, 'calendar.read', async (ctx, request) => html(await view(ctx, request))),

  post(casePaths.rules, 'calendar.manage', async (ctx, request) => {
    const fields = read(request, 'step', 'kind', 'class', 'agencyId', 'unit', 'amount', 'basis', 'from')
    const added = await addRule(ctx, fields)
    if (isRefusal(added)) return again(ctx, request, added, 'limit', fields)
    const words = 'Batas waktu ditetapkan. Batas waktu kasus yang berjalan sedang dihitung ulang.'
    return seeOther(casePaths.rules.href(), words)
  }),

  post(casePaths.pauseReasons, 'calendar.manage', async (ctx, request) => {
    const fields = read(request, 'id', 'limitDays', 'basis', 'from')
    const done = await setPauseReason(ctx, fields)
    if (isRefusal(done)) return again(ctx, request, done, 'pause', fields)
    return seeOther(casePaths.rules.href(), 'Batas jeda ditetapkan.')
  }),

  post(casePaths.proofRules, 'calendar.manage', async (ctx, request) => {
    const fields = read(request, 'kind', 'required', 'basis', 'from')
    const done = await setProof(ctx, fields)
    if (isRefusal(done)) return again(ctx, request, done, 'proof', fields)
    return seeOther(casePaths.rules.href(), 'Bukti ditetapkan untuk kasus yang diterima sejak hari itu.')
  }),

  post(casePaths.escalationRules, 'calendar.manage', async (ctx, request) => {
    const fields = read(request, 'level', 'basis', 'from')
    const done = await setEscalation(ctx, { ...fields, told: request.fields('told') })
    if (isRefusal(done)) return again(ctx, request, done, 'escalation', fields)
    return seeOther(casePaths.rules.href(), 'Peringatan ditetapkan.')
  }),
]
