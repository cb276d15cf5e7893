import { may, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { digest } from '../platform/secrets.ts'
import { type ContributorLink, linkState } from './contributor-link.ts'
import { linkColumns } from './data/contributor-links.ts'

export interface ContributorLinkRow extends ContributorLink {
  handedIn: number
  lastAt: Date | null
}

/** The links of the agencies for which the actor manages contributors: those that work first, then by name. */
export async function findContributorLinks(ctx: Ctx): Promise<ContributorLinkRow[]> {
  const scope = scopeOf(ctx.actor, 'contributor.manage')
  const rows = await ctx.db
    .selectFrom('contributor_link')
    .leftJoin('hand_in', 'hand_in.link_id', 'contributor_link.id')
    .select(linkColumns)
    .select(({ fn }) => [fn.count<string>('hand_in.content_id').as('handedIn'), fn.max('hand_in.at').as('lastAt')])
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope === 'all' ? [] : [...scope, '']))
    .groupBy('contributor_link.id')
    .orderBy('revoked_at', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, handedIn: Number(row.handedIn), lastAt: row.lastAt ?? null }))
}

/** One link, kept by this transaction, of an agency for which the actor manages contributors. Throws `Missing`. */
export async function findContributorLink(ctx: Ctx, id: string): Promise<ContributorLink> {
  const query = ctx.db.selectFrom('contributor_link').select(linkColumns).where('id', '=', id).forUpdate()
  const link = isId(id) ? await query.executeTakeFirst() : undefined
  if (!link || !may(ctx.actor, 'contributor.manage', link.agencyId)) throw new Missing(`contributor link ${id}`)
  return link
}

/**
 * The link of who holds this token, if it is good now. Unknown, expired and revoked are one and the same to who asks.
 * Inside a transaction the link is held: two hand-ins of one link follow one another, so that none is over the limit.
 */
export async function findLinkOf(ctx: Ctx, token: string): Promise<ContributorLink | undefined> {
  const query = ctx.db.selectFrom('contributor_link').select(linkColumns).where('token_hash', '=', digest(token))
  const link = await (ctx.db.isTransaction ? query.forUpdate() : query).executeTakeFirst()
  return link && linkState(link, ctx.now) === 'good' ? link : undefined
}
