import type { Ctx } from '../../platform/ctx.ts'
import { digest } from '../../platform/secrets.ts'
import type { ContributorLink } from '../contributor-link.ts'
import './tables.ts'

export const linkColumns = [
  'contributor_link.id',
  'contributor_link.agency_id as agencyId',
  'contributor_link.name',
  'contributor_link.section',
  'contributor_link.made_by_name as madeByName',
  'contributor_link.made_at as madeAt',
  'contributor_link.expires_at as expiresAt',
  'contributor_link.revoked_at as revokedAt',
] as const

/** Undefined when this person of this section has a link already. */
export async function insertLink(ctx: Ctx, link: ContributorLink, token: string): Promise<{ id: string } | undefined> {
  return ctx.db
    .insertInto('contributor_link')
    .values({
      id: link.id,
      agency_id: link.agencyId,
      name: link.name,
      section: link.section,
      token_hash: digest(token),
      made_by_name: link.madeByName,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** `token` given: the one before ends. */
export async function updateLink(
  ctx: Ctx,
  id: string,
  change: { expiresAt?: Date; revokedAt?: Date; token?: string },
): Promise<void> {
  const { expiresAt, revokedAt, token } = change
  await ctx.db
    .updateTable('contributor_link')
    .set({
      ...(expiresAt && { expires_at: expiresAt }),
      ...(revokedAt && { revoked_at: revokedAt }),
      ...(token && { token_hash: digest(token) }),
    })
    .where('id', '=', id)
    .execute()
}
