import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type ContributorLink, contributorName } from './contributor-link.ts'
import { updateLink } from './data/contributor-links.ts'
import { findContributorLink } from './find-contributor-links.ts'

/** Ends a link for good. What came through it stays. */
export async function revokeContributorLink(ctx: Ctx, { id }: { id: string }): Promise<ContributorLink | Refusal> {
  return transaction(ctx, async (ctx) => {
    const link = await findContributorLink(ctx, id)
    if (link.revokedAt !== null) return conflict(`Tautan ${contributorName(link)} sudah dicabut.`)
    await updateLink(ctx, id, { revokedAt: ctx.now })
    const { agencyId, name, section } = link
    await record(ctx, 'contributor-link.revoked', { thing: 'contributor-link', id, agencyId, after: { name, section } })
    return { ...link, revokedAt: ctx.now }
  })
}
