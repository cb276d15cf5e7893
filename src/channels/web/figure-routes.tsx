import { findAgencies } from '../../agencies/find-agencies.ts'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import { isMonth, monthInWib } from '../../platform/time.ts'
import { postFigures } from '../figures.ts'
import { channelPaths } from '../paths.ts'
import { isPostFigure } from '../post-count.ts'
import { PostFiguresPage } from './post-figures-page.tsx'

export const figureRoutes = [
  get(channelPaths.figures, 'post.read', async (ctx, { frame, query }) => {
    const asked = (name: string) => query.get(name) ?? ''
    const running = monthInWib(ctx.now)
    const month = isMonth(asked('bulan')) && asked('bulan') < running ? asked('bulan') : running
    const agencies = await agenciesOf(ctx)
    const agencyId = asked('perangkat') || agencies[0]?.[0]
    if (agencyId === undefined || !agencies.some(([id]) => id === agencyId)) throw new Missing(`agency ${agencyId}`)
    const named = asked('yang')
    const figure = isPostFigure(named) ? named : 'all'
    const figures = await postFigures(ctx, agencyId, month)
    return html(<PostFiguresPage {...{ frame, month, running, agencies, agencyId, figure, figures }} />)
  }),
]

/** Those whose posts this actor may read: first one that has an account. */
async function agenciesOf(ctx: Ctx): Promise<[id: string, name: string][]> {
  const scope = scopeOf(ctx.actor, 'post.read')
  const speaking = await ctx.db.selectFrom('social_account').select('agency_id').distinct().execute()
  const speaks = new Set(speaking.map(({ agency_id }) => agency_id))
  const agencies = (await findAgencies(ctx)).filter(({ id }) => scope === 'all' || scope.includes(id))
  const first = agencies.filter(({ id }) => speaks.has(id))
  return [...first, ...agencies.filter(({ id }) => !speaks.has(id))].map(({ id, name }) => [id, name])
}
