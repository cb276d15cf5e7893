import type { Ctx } from '../platform/ctx.ts'
import { later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { chargeCall } from './charge-call.ts'
import './data/tables.ts'
import { disconnectAccount } from './disconnect-account.ts'
import { keepEvents } from './keep-events.ts'
import { takingEvents } from './take-events.ts'
import { isSigned } from './x/push-signature.ts'
import { type Pushed, readPush } from './x/read-push.ts'

/** `off`: nothing is pushed to this installation. `forged`: not X. `unreadable`: X, but nothing we know. */
export type PushOutcome = 'off' | 'forged' | 'unreadable' | 'kept'

/** Events that bring a post in which somebody speaks to the account. */
const mentions = new Set(['post.mention.create', 'post.reply.create', 'post.quote.create'])

/**
 * Takes in what X pushes: kept as it came and answered at once, made into cases by a job. Pushing is for speed alone:
 * what comes late, twice, out of order or never is put right by polling, whose mark does not move by it.
 */
export async function receivePush(ctx: Ctx, body: Buffer, signature: string): Promise<PushOutcome> {
  const secret = ctx.platform.config.x.consumerSecret
  if (secret === null) return 'off'
  if (!isSigned(secret, body, signature)) return 'forged'
  const pushed = readPush(body)
  if (!pushed) return 'unreadable'
  for (const [userId, events] of Map.groupBy(pushed, ({ userId }) => userId)) await keep(ctx, userId, events)
  return 'kept'
}

async function keep(given: Ctx, userId: string, events: readonly Pushed[]): Promise<void> {
  const ctx: Ctx = { ...given, actor: { kind: 'system', name: 'channels.push' } }
  await transaction(ctx, async (ctx) => {
    const account = await ctx.db
      .selectFrom('social_account')
      .select('id')
      .where('platform', '=', 'x')
      .where('external_id', '=', userId)
      .executeTakeFirst()
    if (!account) return
    if (events.some(({ type }) => type === 'oauth.revoke')) await disconnectAccount(ctx, account.id)
    const charged = events.filter(({ type }) => type.startsWith('post.'))
    const ids = charged.map(({ type, uuid }) => `${type} ${userId} ${uuid}`)
    const charges = ids.length > 0 ? [{ item: 'pushed-event', ids } as const] : []
    await chargeCall(ctx, { accountId: account.id, call: 'push', charges, certain: true })
    const posts = events.flatMap(({ type, post }) => (mentions.has(type) && post ? [post] : []))
    if ((await keepEvents(ctx, account.id, posts, 'push')) > 0)
      await later(ctx, takingEvents, { accountId: account.id }, { onlyOne: account.id })
  })
}
