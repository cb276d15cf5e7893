import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { newToken } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { type ContributorLink, contributorName, endOfLink } from './contributor-link.ts'
import { findContributorRules } from './contributor-rules.ts'
import { updateLink } from './data/contributor-links.ts'
import { findContributorLink } from './find-contributor-links.ts'

/**
 * Lets a link be good for another term from now, expired or not. `replace`: for who lost it or sent it on, a new token
 * takes the place of the old one, which ends at once; it is in the answer and nowhere else.
 */
export async function renewContributorLink(
  ctx: Ctx,
  { id, replace = false }: { id: string; replace?: boolean },
): Promise<{ link: ContributorLink; token: string | null } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const link = await findContributorLink(ctx, id)
    if (link.revokedAt !== null)
      return conflict(`Tautan ${contributorName(link)} sudah dicabut. Buat tautan baru untuknya.`)
    const expiresAt = endOfLink(ctx.now, (await findContributorRules(ctx)).linkDays)
    const token = replace ? newToken() : null
    await updateLink(ctx, id, { expiresAt, ...(token !== null && { token }) })
    await record(ctx, 'contributor-link.renewed', {
      thing: 'contributor-link',
      id,
      agencyId: link.agencyId,
      before: { expiresAt: link.expiresAt },
      after: { expiresAt, replaced: replace },
    })
    return { link: { ...link, expiresAt }, token }
  })
}
