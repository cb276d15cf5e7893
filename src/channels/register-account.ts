import { findAgency } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { seal } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { type Platform, refuseAccount, type SocialAccount, serverOf } from './account.ts'
import { findAccount } from './find-accounts.ts'
import './data/tables.ts'

/** Takes an account of an agency into the register. It is not connected by this. */
export async function registerAccount(
  ctx: Ctx,
  input: { agencyId: string; platform?: Platform; handle: string; server?: string; holder: string; recovery?: string },
): Promise<SocialAccount | Refusal> {
  return transaction(ctx, async (ctx) => {
    const refusal = refuseUnless(ctx.actor, 'account.connect', input.agencyId)
    if (refusal) return refusal
    const { platform = 'x', holder, recovery = '' } = input
    const server = platform === 'mastodon' ? serverOf(input.server ?? '') : ''
    const handle = platform === 'email' ? input.handle.toLowerCase() : input.handle.replace(/^@/, '')
    const { scanPrivateAddresses, secretKey } = ctx.platform.config
    const errors = refuseAccount({ platform, handle, server, holder, recovery }, scanPrivateAddresses)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const agency = await findAgency(ctx, input.agencyId)
    const id = newId()
    const saved = await ctx.db
      .insertInto('social_account')
      .values({
        id,
        agency_id: agency.id,
        platform,
        handle,
        server: server || null,
        external_id: null,
        state: 'active',
        state_since: ctx.now,
        holder,
        recovery: recovery === '' ? null : seal(secretKey, recovery),
        proven_at: null,
        proven_by: null,
        tokens: null,
        tokens_expire_at: null,
        mentions_until: null,
        polled_at: null,
        poll_not_before: null,
        poll_problem: null,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return invalid({ handle: 'Akun ini sudah terdaftar.' })
    await record(ctx, 'account.registered', {
      thing: 'account',
      id,
      agencyId: agency.id,
      after: { platform, handle },
    })
    return findAccount(ctx, id)
  })
}
