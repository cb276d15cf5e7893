import { findAgency } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { newToken } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { type ContributorLink, contributorName, endOfLink, refuseContributor } from './contributor-link.ts'
import { findContributorRules } from './contributor-rules.ts'
import { byActor } from './data/contents.ts'
import { insertLink } from './data/contributor-links.ts'

export interface NewContributor {
  agencyId: string
  name: string
  section: string
}

const line = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** Makes a contributor's personal link. The token is in the answer and nowhere else. */
export async function makeContributorLink(
  ctx: Ctx,
  input: NewContributor,
): Promise<{ link: ContributorLink; token: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const agency = await findAgency(ctx, input.agencyId)
    const refusal = refuseUnless(ctx.actor, 'contributor.manage', agency.id)
    if (refusal) return refusal
    const [name, section] = [line(input.name), line(input.section)]
    const errors = refuseContributor({ name, section })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const { linkDays } = await findContributorRules(ctx)
    const link: ContributorLink = {
      id: newId(),
      agencyId: agency.id,
      name,
      section,
      madeByName: byActor(ctx).name,
      madeAt: ctx.now,
      expiresAt: endOfLink(ctx.now, linkDays),
      revokedAt: null,
    }
    const token = newToken()
    if (!(await insertLink(ctx, link, token)))
      return conflict(`${contributorName(link)} sudah mempunyai tautan. Perpanjang atau ganti yang ada.`)
    const after = { name, section, expiresAt: link.expiresAt }
    await record(ctx, 'contributor-link.made', { thing: 'contributor-link', id: link.id, agencyId: agency.id, after })
    return { link, token }
  })
}
