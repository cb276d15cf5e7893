import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, forbidden, isRefusal, type Refusal } from '../platform/refusal.ts'
import { open, seal } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import type { SocialAccount } from './account.ts'
import { lockAccount } from './data/account-rows.ts'
import { findAccount } from './find-accounts.ts'
import { letIn } from './let-in.ts'
import { channelPaths } from './paths.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { whoAmI, type XUser } from './x/client.ts'
import { connectionOf } from './x/connection.ts'
import { firstIdAt } from './x/read-post.ts'
import { authorizeUrl, randomText, redeemCode, type Tokens } from './x/sign-in.ts'
import type { XError } from './x/x-error.ts'

const off = conflict(
  'Penghubung X belum diaktifkan: X_CLIENT_ID dan X_CLIENT_SECRET belum diisi. Mintalah administrator mengisinya.',
)

const redirectUri = (ctx: Ctx): string => ctx.platform.config.baseUrl + channelPaths.returned.href()

/** Begins a sign-in at X (OAuth 2.0 with PKCE); the answer is where the account's holder says yes. */
export async function beginConnecting(ctx: Ctx, input: { accountId: string }): Promise<{ url: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseUnless(ctx.actor, 'account.connect', account.agencyId)
    if (refusal) return refusal
    const x = connectionOf(ctx.platform.config.x, ctx.platform.clock)
    if (!x) return off
    await ctx.db.deleteFrom('oauth_attempt').where('created_at', '<', inSeconds(ctx.now, -86_400)).execute()
    const attempt = { state: randomText(), verifier: randomText(), redirectUri: redirectUri(ctx) }
    await ctx.db
      .insertInto('oauth_attempt')
      .values({
        state: attempt.state,
        account_id: account.id,
        person_id: 'id' in ctx.actor ? ctx.actor.id : '',
        verifier: seal(ctx.platform.config.secretKey, attempt.verifier),
        created_at: ctx.now,
      })
      .execute()
    return { url: authorizeUrl(x, attempt) }
  })
}

/** Ends it: X sent the browser back to the one who began. The attempt dies with its first use, good or not. */
export async function finishConnecting(
  ctx: Ctx,
  input: { state: string; code: string },
): Promise<SocialAccount | Refusal> {
  const attempt = await ctx.db
    .deleteFrom('oauth_attempt')
    .where('state', '=', input.state)
    .where('person_id', '=', 'id' in ctx.actor ? ctx.actor.id : '')
    .returningAll()
    .executeTakeFirst()
  if (!attempt || attempt.created_at < inSeconds(ctx.now, -900))
    return conflict('Penyambungan ini sudah dipakai atau kedaluwarsa. Mulailah lagi dari halaman akun.')
  const account = await findAccount(ctx, attempt.account_id)
  const refusal = refuseUnless(ctx.actor, 'account.connect', account.agencyId)
  if (refusal) return refusal
  if (input.code === '') return conflict(`Izin tidak diberikan di X, jadi @${account.handle} belum tersambung.`)
  const x = connectionOf(ctx.platform.config.x, ctx.platform.clock)
  if (!x) return off
  const verifier = open(ctx.platform.config.secretKey, attempt.verifier)
  const tokens = await redeemCode(x, { code: input.code, verifier, redirectUri: redirectUri(ctx) })
  if (!tokens.ok) return notConnected(tokens.error)
  const user = await whoAmI(x, tokens.value.accessToken)
  if (!user.ok) return notConnected(user.error)
  return saveConnection(ctx, account, tokens.value, user.value)
}

function notConnected(error: XError): Refusal {
  if (error.kind === 'no-credit') return conflict('Kredit aplikasi X habis. Hubungi Diskominfostandi, lalu ulangi.')
  if (error.kind === 'rate-limited') return conflict('X sedang membatasi permintaan. Ulangi beberapa menit lagi.')
  return conflict('X tidak menyelesaikan penyambungan. Mulailah lagi; izin di X hanya berlaku 30 detik.')
}

/** Writes tokens and identity of an account that its holder has just let us into. */
export async function saveConnection(
  ctx: Ctx,
  account: SocialAccount,
  tokens: Tokens,
  user: XUser,
): Promise<SocialAccount | Refusal> {
  const saved = await transaction(ctx, async (ctx) => {
    if (user.username.toLowerCase() !== account.handle.toLowerCase())
      return forbidden(
        `Anda masuk di X sebagai @${user.username}, padahal akun ini @${account.handle}. Masuklah sebagai @${account.handle}.`,
      )
    const row = await lockAccount(ctx, account.id)
    const from = row.mentions_until ?? firstIdAt(inSeconds(ctx.now, -(await secondsOf(ctx, 'first-mentions'))))
    await letIn(ctx, account, { userId: user.id, tokens, tokensExpireAt: tokens.expires, mentionsUntil: from })
    return account
  })
  return isRefusal(saved) ? saved : findAccount(ctx, saved.id)
}
