import { findAgencies } from '../../agencies/find-agencies.ts'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { formatDate } from '../../platform/time.ts'
import { type ContributorLink, contributorName } from '../contributor-link.ts'
import { findContributorLinks } from '../find-contributor-links.ts'
import { makeContributorLink, type NewContributor } from '../make-contributor-link.ts'
import { contentPaths, handInPaths } from '../paths.ts'
import { renewContributorLink } from '../renew-contributor-link.ts'
import { revokeContributorLink } from '../revoke-contributor-link.ts'
import { ContributorsPage } from './contributors-page.tsx'
import { NewLinkPage } from './new-link-page.tsx'

const empty: NewContributor = { agencyId: '', name: '', section: '' }

async function drawContributors(ctx: Ctx, { frame }: PageRequest, refusal?: Refusal, input = empty) {
  const scope = scopeOf(ctx.actor, 'contributor.manage')
  const [links, all] = await Promise.all([findContributorLinks(ctx), findAgencies(ctx)])
  const agencies = all.filter(({ id }) => scope === 'all' || scope.includes(id))
  const draw = (errors = {}) => (
    <ContributorsPage frame={frame} links={links} agencies={agencies} now={ctx.now} input={input} errors={errors} />
  )
  return refusal ? refused(refusal, draw) : html(draw())
}

/** The link stands on this one page and is never shown again, so the answer is no redirect. */
function showLink({ platform }: Ctx, { frame }: PageRequest, link: ContributorLink, token: string) {
  const href = platform.config.baseUrl + handInPaths.handIn.href({ token })
  return html(<NewLinkPage frame={frame} link={link} href={href} />)
}

export const contributorRoutes = [
  get(contentPaths.contributors, 'contributor.manage', (ctx, request) => drawContributors(ctx, request)),

  post(
    contentPaths.contributors,
    'contributor.manage',
    async (ctx, request) => {
      const [agencyId, name, section] = ['agencyId', 'name', 'section'].map(request.field) as [string, string, string]
      const made = await makeContributorLink(ctx, { agencyId, name, section })
      if (isRefusal(made)) return drawContributors(ctx, request, made, { agencyId, name, section })
      return showLink(ctx, request, made.link, made.token)
    },
    { once: false },
  ),

  post(contentPaths.contributorRenewal, 'contributor.manage', async (ctx, request) => {
    const renewed = await renewContributorLink(ctx, { id: request.params.id ?? '' })
    if (isRefusal(renewed)) return drawContributors(ctx, request, renewed)
    const { link } = renewed
    const words = `Tautan ${contributorName(link)} berlaku sampai ${formatDate(link.expiresAt)}.`
    return seeOther(contentPaths.contributors.href(), words)
  }),

  post(
    contentPaths.contributorReplacement,
    'contributor.manage',
    async (ctx, request) => {
      const renewed = await renewContributorLink(ctx, { id: request.params.id ?? '', replace: true })
      if (isRefusal(renewed)) return drawContributors(ctx, request, renewed)
      return showLink(ctx, request, renewed.link, renewed.token ?? '')
    },
    { once: false },
  ),

  post(contentPaths.contributorRevocation, 'contributor.manage', async (ctx, request) => {
    const revoked = await revokeContributorLink(ctx, { id: request.params.id ?? '' })
    if (isRefusal(revoked)) return drawContributors(ctx, request, revoked)
    return seeOther(contentPaths.contributors.href(), `Tautan ${contributorName(revoked)} dicabut.`)
  }),
]
