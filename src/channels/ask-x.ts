import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import { type AccountRow, lockAccount, readAccount } from './data/account-rows.ts'
import { openTokens, sealTokens } from './data/sealed-tokens.ts'
import { disconnectAccount } from './disconnect-account.ts'
import { findHalt, haltCalls } from './halt.ts'
import { meterOf } from './meter.ts'
import { inSeconds, secondsOf } from './setting.ts'
import type { XConnection } from './x/call-x.ts'
import { connectionOf } from './x/connection.ts'
import { refreshTokens } from './x/sign-in.ts'
import type { XAnswer, XError } from './x/x-error.ts'

/** X's errors, and why X was not asked at all: adapter off, all calls halted, account not connected. */
export type ChannelError = XError | { kind: 'off' } | { kind: 'halted' } | { kind: 'disconnected' }
export type ChannelAnswer<T> = { ok: true; value: T } | { ok: false; error: ChannelError }

/** The same context a moment later: a call to X takes its time. */
export const freshly = (ctx: Ctx): Ctx => ({ ...ctx, now: ctx.platform.clock() })

/**
 * Asks X in the name of an account. Not made are calls that X has said no to before (a full window) and, once credit or
 * budget is used up, any at all. A dead token is renewed once. Must run outside a transaction: it waits for the network,
 * and a renewed token is committed before its use.
 */
export async function askX<T>(
  ctx: Ctx,
  accountId: string,
  call: (x: XConnection, token: string, userId: string) => Promise<XAnswer<T>>,
): Promise<ChannelAnswer<T>> {
  if (ctx.db.isTransaction) throw new Error('askX inside a transaction')
  const opened = await openX(ctx)
  if (!opened.ok) return opened
  const x = opened.value
  const first = await liveToken(freshly(ctx), x, accountId)
  if (!first.ok) return first
  const ownsApp = first.value.handle.toLowerCase() === ctx.platform.config.x.appOwner?.toLowerCase()
  const metered = { ...x, meter: meterOf(ctx, { accountId, ownsApp }) }
  let answer = await call(metered, first.value.token, first.value.userId)
  if (!answer.ok && answer.error.kind === 'unauthorized') {
    const second = await liveToken(freshly(ctx), x, accountId, first.value.token)
    if (!second.ok) return second
    answer = await call(metered, second.value.token, second.value.userId)
    if (!answer.ok && answer.error.kind === 'unauthorized')
      await transaction(freshly(ctx), (ctx) => disconnectAccount(ctx, accountId))
  }
  if (!answer.ok && answer.error.kind === 'no-credit') await haltCalls(ctx, 'credit')
  return answer
}

/** Asks X in the name of the app itself; off where the app has no token of its own. */
export async function askAsApp<T>(
  ctx: Ctx,
  call: (x: XConnection, token: string) => Promise<XAnswer<T>>,
): Promise<ChannelAnswer<T>> {
  const opened = await openX(ctx)
  if (!opened.ok) return opened
  const token = ctx.platform.config.x.bearerToken
  if (token === null) return { ok: false, error: { kind: 'off' } }
  const answer = await call({ ...opened.value, meter: meterOf(ctx, { accountId: null, ownsApp: false }) }, token)
  if (!answer.ok && answer.error.kind === 'no-credit') await haltCalls(ctx, 'credit')
  return answer
}

async function openX(ctx: Ctx): Promise<ChannelAnswer<XConnection>> {
  const x = connectionOf(ctx.platform.config.x, ctx.platform.clock)
  if (!x) return { ok: false, error: { kind: 'off' } }
  if (await findHalt(ctx)) return { ok: false, error: { kind: 'halted' } }
  return { ok: true, value: { ...x, dialect: (await secondsOf(ctx, 'new-dialect')) === 1 ? 'new' : 'old' } }
}

interface Live {
  token: string
  userId: string
  handle: string
}

/** The account's access token, as it is or renewed: when it ends within a minute or is the `rejected` one. */
async function liveToken(ctx: Ctx, x: XConnection, accountId: string, rejected?: string): Promise<ChannelAnswer<Live>> {
  const known = liveIn(ctx, await readAccount(ctx, accountId), rejected)
  return known ?? renew(ctx, x, accountId, rejected)
}

function liveIn(ctx: Ctx, account: AccountRow, rejected?: string): ChannelAnswer<Live> | undefined {
  const { state, tokens, tokens_expire_at, external_id, handle } = account
  if (state !== 'connected' || tokens === null || external_id === null)
    return { ok: false, error: { kind: 'disconnected' } }
  const { accessToken } = openTokens(ctx, tokens)
  if (accessToken === rejected || tokens_expire_at === null || tokens_expire_at <= inSeconds(ctx.now, 60))
    return undefined
  return { ok: true, value: { token: accessToken, userId: external_id, handle } }
}

/**
 * Renews under the row's lock, so that of all workers one does it; the others find it done. The new pair is committed
 * before its use. When the answer is lost the old refresh token may be dead: it is tried once more at the next call,
 * which either renews or tells that the account must be connected again.
 */
async function renew(ctx: Ctx, x: XConnection, accountId: string, rejected?: string): Promise<ChannelAnswer<Live>> {
  return transaction(ctx, async (ctx): Promise<ChannelAnswer<Live>> => {
    const account = await lockAccount(ctx, accountId)
    const known = liveIn(ctx, account, rejected)
    if (known) return known
    const renewed = await refreshTokens(x, openTokens(ctx, account.tokens ?? '').refreshToken)
    if (renewed.ok) {
      const { accessToken: token, expires } = renewed.value
      await ctx.db
        .updateTable('social_account')
        .set({ tokens: sealTokens(ctx, renewed.value), tokens_expire_at: expires })
        .where('id', '=', accountId)
        .execute()
      return { ok: true, value: { token, userId: account.external_id ?? '', handle: account.handle } }
    }
    if (renewed.error.kind === 'unauthorized') {
      await disconnectAccount(ctx, accountId)
      return { ok: false, error: { kind: 'disconnected' } }
    }
    // Nothing was asked in the account's name yet, so whatever became of the renewal, asking again is safe.
    return renewed.error.kind === 'unknown-outcome'
      ? { ok: false, error: { kind: 'unreachable', reason: renewed.error.reason } }
      : renewed
  })
}
