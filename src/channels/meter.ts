import type { Ctx } from '../platform/ctx.ts'
import { guardBudget } from './budget.ts'
import { keepLimits, takeCall } from './call-limits.ts'
import { chargeCall } from './charge-call.ts'
import './data/tables.ts'
import type { Exchange, XMeter } from './x/call-x.ts'
import { chargesOf, parentOf } from './x/charges.ts'
import { toldLimits } from './x/told-limit.ts'

/** Whose token asks; null: the app's own. */
export interface Asker {
  accountId: string | null
  /** Its own reads cost less. */
  ownsApp: boolean
}

/** Keeps the limits X tells, and the ledger, for the calls of one token. `ctx` must not be inside a transaction. */
export const meterOf = (ctx: Ctx, asker: Asker): XMeter => ({
  async admit(name) {
    const until = await takeCall(ctx, asker.accountId, name)
    return until === null ? undefined : { kind: 'rate-limited', until }
  },
  async observe(exchange) {
    await keepTold(ctx, asker, exchange)
    await keepCost(ctx, asker, exchange)
  },
})

/** A refusal without headers is a window that is full too. */
async function keepTold(ctx: Ctx, { accountId }: Asker, { name, answer, error }: Exchange): Promise<void> {
  const told = answer ? toldLimits(answer.header, ctx.platform.clock()) : []
  if (error?.kind === 'rate-limited' && !told.some(({ remaining }) => remaining === 0))
    told.push({ window: 'quarter', allowed: 0, remaining: 0, resetsAt: error.until })
  await keepLimits(
    ctx,
    accountId,
    name,
    told.filter((one, i) => told.findLastIndex(({ window }) => window === one.window) === i),
  )
}

async function keepCost(ctx: Ctx, asker: Asker, { name, request, answer }: Exchange): Promise<void> {
  const { method, path } = request
  const body: unknown = request.body === undefined ? null : JSON.parse(request.body)
  const circumstances = { ownsApp: asker.ownsApp, answersItself: await isOwn(ctx, asker, parentOf(body)) }
  const charges = chargesOf({ method, path, body, answer }, circumstances)
  const certain = answer !== null && answer.status < 500
  if (await chargeCall(ctx, { accountId: asker.accountId, call: name, charges, certain })) await guardBudget(ctx)
}

/** Whether the post that is answered is one of the account's own: then a thread goes on, and nobody called. */
async function isOwn(ctx: Ctx, { accountId }: Asker, postId: string | null): Promise<boolean> {
  if (postId === null || accountId === null) return false
  const own = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('account_id', '=', accountId)
    .where('external_id', '=', postId)
    .executeTakeFirst()
  return own !== undefined
}
