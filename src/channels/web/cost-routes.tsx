import { may, scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { isMonth } from '../../platform/time.ts'
import { findBudget } from '../budget.ts'
import { billingMonth } from '../charge-call.ts'
import { forecast } from '../cost.ts'
import { costByDay, findCharges, findCosts } from '../find-costs.ts'
import { channelPaths } from '../paths.ts'
import { setBudget } from '../set-budget.ts'
import { ChargesPage } from './charges-page.tsx'
import { CostPage, type CostProps } from './cost-page.tsx'

const thisMonth = (ctx: Ctx): string => billingMonth(ctx.now).slice(0, 7)

const monthIn = (ctx: Ctx, query: URLSearchParams): string => {
  const asked = query.get('bulan') ?? ''
  return isMonth(asked) ? asked : thisMonth(ctx)
}

async function costProps(ctx: Ctx, frame: Frame, month: string): Promise<CostProps> {
  const wholeCity = scopeOf(ctx.actor, 'cost.read') === 'all'
  const [lines, days, budget] = await Promise.all([
    findCosts(ctx, month),
    costByDay(ctx, month),
    findBudget(ctx, `${month}-01`),
  ])
  const running = month === thisMonth(ctx)
  return {
    frame,
    month,
    lines,
    city: wholeCity ? { budget, forecast: running ? forecast(days, ctx.now) : null } : null,
    mayManage: may(ctx.actor, 'cost.manage'),
  }
}

const pageSize = 50

export const costRoutes = [
  get(channelPaths.cost, 'cost.read', async (ctx, { frame, query }) =>
    html(<CostPage {...(await costProps(ctx, frame, monthIn(ctx, query)))} />),
  ),

  get(channelPaths.charges, 'cost.read', async (ctx, { frame, query }) => {
    const month = monthIn(ctx, query)
    const filter = { akun: query.get('akun') ?? '', butir: query.get('butir') ?? '' }
    const found = await findCharges(ctx, {
      month,
      accountId: filter.akun,
      item: filter.butir,
      before: query.get('sebelum') ?? '',
      limit: pageSize + 1,
    })
    const charges = found.slice(0, pageSize)
    const more = { bulan: month, ...filter, sebelum: charges.at(-1)?.id }
    const next = found.length > pageSize ? channelPaths.charges.href({}, more) : null
    return html(<ChargesPage frame={frame} month={month} charges={charges} next={next} />)
  }),

  post(channelPaths.budget, 'cost.manage', async (ctx, { frame, field }) => {
    const input = {
      month: field('month'),
      dollars: field('dollars'),
      warnPercent: field('warnPercent'),
      stops: field('stops'),
    }
    const done = await setBudget(ctx, input)
    if (!isRefusal(done)) return seeOther(channelPaths.cost.href({}, { bulan: input.month }), 'Anggaran tersimpan.')
    const props = await costProps(ctx, frame, isMonth(input.month) ? input.month : thisMonth(ctx))
    return refused(done, (errors) => <CostPage {...props} input={input} errors={errors} />)
  }),
]
