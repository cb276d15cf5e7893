import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms, type SocialAccount } from './account.ts'
import { lockAccount } from './data/account-rows.ts'
import { sealTokens } from './data/sealed-tokens.ts'
import { findAccount } from './find-accounts.ts'
import { mentionLook } from './look-for-mentions.ts'
import { verifyCredentials } from './mastodon/client.ts'
import { sendWaitingPosts } from './send-waiting.ts'
import type { XError } from './x/x-error.ts'
import './data/tables.ts'

/** Longer is no token of any server. */
const longest = 500

/**
 * Connects an account of Mastodon with an access token that its holder made in the settings of the server. That the
 * server knows the token as this account's is the proof that it is the agency's. Errors under `token`.
 */
export async function connectWithToken(
  ctx: Ctx,
  input: { accountId: string; token: string },
): Promise<SocialAccount | Refusal> {
  const account = await findAccount(ctx, input.accountId)
  const refusal = refuseUnless(ctx.actor, 'account.connect', account.agencyId)
  if (refusal) return refusal
  if (account.platform !== 'mastodon' || account.server === null)
    return conflict(`Akun ${platforms[account.platform]} tidak disambungkan dengan token.`)
  const token = input.token.trim()
  if (!/^[\w.~+/=-]+$/.test(token) || token.length > longest)
    return invalid({ token: 'Salin token akses dari pengaturan server, tanpa spasi.' })
  const user = await verifyCredentials({ server: account.server, token, clock: ctx.platform.clock })
  if (!user.ok) return invalid({ token: notConnected(user.error, account.server) })
  const { id, username } = user.value
  if (username.toLowerCase() !== account.handle.toLowerCase())
    return invalid({ token: `Token ini milik @${username}, padahal akun ini @${account.handle}.` })
  await save(ctx, account, token, id)
  return findAccount(ctx, account.id)
}

function notConnected(error: XError, server: string): string {
  if (error.kind === 'unauthorized' || error.kind === 'refused')
    return 'Server menolak token ini. Buatlah yang baru dengan izin read dan write.'
  return `${new URL(server).host} belum dapat dihubungi. Ulangi sebentar lagi.`
}

async function save(ctx: Ctx, account: SocialAccount, token: string, userId: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    await lockAccount(ctx, account.id)
    await ctx.db
      .updateTable('social_account')
      .set({
        external_id: userId,
        state: 'connected',
        state_since: ctx.now,
        tokens: sealTokens(ctx, { accessToken: token, refreshToken: '' }),
        tokens_expire_at: null,
        poll_not_before: null,
        poll_problem: null,
        proven_at: ctx.now,
        proven_by: 'name' in ctx.actor ? (ctx.actor.name ?? null) : null,
      })
      .where('id', '=', account.id)
      .execute()
    await record(ctx, 'account.connected', {
      thing: 'account',
      id: account.id,
      agencyId: account.agencyId,
      before: { state: account.state },
      after: { state: 'connected', handle: account.handle },
    })
    await later(ctx, mentionLook, { accountId: account.id }, { onlyOne: account.id })
    await sendWaitingPosts(ctx, { accountId: account.id })
  })
}
