import { findAgenciesFor } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import { isMonth, monthInWib } from '../../platform/time.ts'
import type { SocialAccount } from '../account.ts'
import { postFigures } from '../figures.ts'
import { findAccounts } from '../find-accounts.ts'
import { lastBroadcasts } from '../find-activity.ts'
import { channelPaths } from '../paths.ts'
import { isPostFigure } from '../post-count.ts'
import { PostFiguresPage } from './post-figures-page.tsx'

export const figureRoutes = [
  get(channelPaths.figures, 'post.read', async (ctx, { frame, query }) => {
    const asked = (name: string) => query.get(name) ?? ''
    const running = monthInWib(ctx.now)
    const month = isMonth(asked('bulan')) && asked('bulan') < running ? asked('bulan') : running
    const agencies = await findAgenciesFor(ctx, 'post.read')
    const latest = asked('perangkat') === '' && agencies.length > 1 ? await latestToSpeak(ctx) : undefined
    const agencyId = asked('perangkat') || (latest ?? agencies[0]?.id ?? '')
    if (!agencies.some(({ id }) => id === agencyId)) throw new Missing(`agency ${agencyId}`)
    const named = asked('yang')
    const figure = isPostFigure(named) ? named : 'all'
    const figures = await postFigures(ctx, agencyId, month)
    return html(<PostFiguresPage {...{ frame, month, running, agencies, agencyId, figure, figures }} />)
  }),
]

/** Which is shown first, where one may read of many: that of the latest broadcast. */
async function latestToSpeak(ctx: Ctx): Promise<string | undefined> {
  const [accounts, said] = await Promise.all([findAccounts(ctx), lastBroadcasts(ctx)])
  const at = ({ id }: SocialAccount): number => said.get(id)?.getTime() ?? 0
  return accounts.filter((account) => at(account) > 0).sort((a, b) => at(b) - at(a))[0]?.agencyId
}
