import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import { type AccountRow, lockAccount, saveAccountState } from './data/account-rows.ts'
import { openTokens, sealTokens } from './data/sealed-tokens.ts'
import { findHalt, haltForCredit } from './halt.ts'
import { inSeconds } from './setting.ts'
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
 * Asks X in the name of an account. A dead token is renewed once; no credit stops all calls of the app. Must run
 * outside a transaction: it waits for the network, and a renewed token is committed before its use.
 */
export async function askX<T>(
  ctx: Ctx,
  accountId: string,
  call: (x: XConnection, token: string, userId: string) => Promise<XAnswer<T>>,
): Promise<ChannelAnswer<T>> {
  if (ctx.db.isTransaction) throw new Error('askX inside a transaction')
  const x = connectionOf(ctx.platform.config.x, ctx.platform.clock)
  if (!x) return { ok: false, error: { kind: 'off' } }
  if (await findHalt(ctx)) return { ok: false, error: { kind: 'halted' } }
  const first = await liveToken(freshly(ctx), x, accountId)
  if (!first.ok) return first
  let answer = await call(x, first.value.token, first.value.userId)
  if (!answer.ok && answer.error.kind === 'unauthorized') {
    const second = await liveToken(freshly(ctx), x, accountId, first.value.token)
    if (!second.ok) return second
    answer = await call(x, second.value.token, second.value.userId)
    if (!answer.ok && answer.error.kind === 'unauthorized') await disconnect(freshly(ctx), accountId)
  }
  if (!answer.ok && answer.error.kind === 'no-credit') await haltForCredit(freshly(ctx))
  return answer
}

interface Live {
  token: string
  userId: string
}

/** The account's access token; renewed under the row's lock when it ends within a minute or is the `rejected` one. */
async function liveToken(ctx: Ctx, x: XConnection, accountId: string, rejected?: string): Promise<ChannelAnswer<Live>> {
  return transaction(ctx, async (ctx): Promise<ChannelAnswer<Live>> => {
    const account = await lockAccount(ctx, accountId)
    if (account.state !== 'connected' || account.tokens === null || account.external_id === null)
      return { ok: false, error: { kind: 'disconnected' } }
    const { accessToken, refreshToken } = openTokens(ctx, account.tokens)
    const live = account.tokens_expire_at !== null && account.tokens_expire_at > inSeconds(ctx.now, 60)
    if (live && accessToken !== rejected)
      return { ok: true, value: { token: accessToken, userId: account.external_id } }
    const renewed = await refreshTokens(x, refreshToken)
    if (renewed.ok) {
      const { accessToken: token, expires } = renewed.value
      await ctx.db
        .updateTable('social_account')
        .set({ tokens: sealTokens(ctx, renewed.value), tokens_expire_at: expires })
        .where('id', '=', accountId)
        .execute()
      return { ok: true, value: { token, userId: account.external_id } }
    }
    if (renewed.error.kind === 'unauthorized') {
      await markDisconnected(ctx, account)
      return { ok: false, error: { kind: 'disconnected' } }
    }
    // Nothing was asked in the account's name yet, so whatever became of the renewal, trying again is safe.
    return renewed.error.kind === 'unknown-outcome'
      ? { ok: false, error: { kind: 'unreachable', reason: renewed.error.reason } }
      : renewed
  })
}

const disconnect = (ctx: Ctx, accountId: string): Promise<void> =>
  transaction(ctx, async (ctx) => markDisconnected(ctx, await lockAccount(ctx, accountId)))

async function markDisconnected(ctx: Ctx, account: AccountRow): Promise<void> {
  if (account.state !== 'connected') return
  await saveAccountState(ctx, account, 'needs-reconnecting')
  await record(ctx, 'account.disconnected', {
    thing: 'account',
    id: account.id,
    agencyId: account.agency_id,
    before: { state: 'connected' },
    after: { state: 'needs-reconnecting' },
  })
}
