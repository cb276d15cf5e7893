import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms, type SocialAccount } from './account.ts'
import { lockAccount } from './data/account-rows.ts'
import { findAccount } from './find-accounts.ts'
import { letIn } from './let-in.ts'
import { verifyCredentials } from './mastodon/client.ts'
import type { XError } from './x/x-error.ts'

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
  await transaction(ctx, async (ctx) => {
    await lockAccount(ctx, account.id)
    await letIn(ctx, account, { userId: id, tokens: { accessToken: token, refreshToken: '' }, tokensExpireAt: null })
  })
  return findAccount(ctx, account.id)
}

function notConnected(error: XError, server: string): string {
  if (error.kind === 'unauthorized' || error.kind === 'refused')
    return 'Server menolak token ini. Buatlah yang baru dengan izin read dan write.'
  return `${new URL(server).host} belum dapat dihubungi. Ulangi sebentar lagi.`
}
