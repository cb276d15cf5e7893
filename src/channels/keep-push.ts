import type { Ctx } from '../platform/ctx.ts'
import { job } from '../platform/queue/queue.ts'
import { askAsApp, askX } from './ask-x.ts'
import './data/tables.ts'
import { channelPaths } from './paths.ts'
import { createWebhook, pushedTypes, subscribe, validateWebhook, type Webhook, webhooksOf } from './x/app-calls.ts'

/**
 * Keeps X pushing: our address registered and good, and every connected account subscribed. Does nothing where the app
 * has no token or secret of its own; until it works, and when it fails, polling does all.
 */
export async function keepPush(ctx: Ctx): Promise<void> {
  const { bearerToken, consumerSecret } = ctx.platform.config.x
  if (bearerToken === null || consumerSecret === null) return
  const webhook = await goodWebhook(ctx)
  if (webhook)
    for (const account of await unsubscribed(ctx, webhook.id)) await subscribeAccount(ctx, account, webhook.id)
}

async function goodWebhook(ctx: Ctx): Promise<Webhook | undefined> {
  const url = ctx.platform.config.baseUrl + channelPaths.push.href()
  const all = await askAsApp(ctx, webhooksOf)
  if (!all.ok) return undefined
  const known = all.value.find((one) => one.url === url)
  if (known?.valid) return known
  if (known) {
    const good = await askAsApp(ctx, (x, token) => validateWebhook(x, token, known.id))
    return good.ok && good.value ? known : undefined
  }
  const made = await askAsApp(ctx, (x, token) => createWebhook(x, token, url))
  if (!made.ok) ctx.platform.log.warn({ error: made.error, url }, 'X does not push to this address')
  return made.ok ? made.value : undefined
}

interface Unsubscribed {
  id: string
  missing: (typeof pushedTypes)[number][]
}

async function unsubscribed(ctx: Ctx, webhookId: string): Promise<Unsubscribed[]> {
  const accounts = await ctx.db
    .selectFrom('social_account')
    .select('id')
    .where('platform', '=', 'x')
    .where('state', '=', 'connected')
    .execute()
  const subscribed = await ctx.db
    .selectFrom('push_subscription')
    .select(['account_id', 'event_type'])
    .where('webhook_id', '=', webhookId)
    .execute()
  const has = new Set(subscribed.map(({ account_id, event_type }) => `${account_id} ${event_type}`))
  return accounts
    .map(({ id }) => ({ id, missing: pushedTypes.filter((type) => !has.has(`${id} ${type}`)) }))
    .filter(({ missing }) => missing.length > 0)
}

async function subscribeAccount(ctx: Ctx, { id, missing }: Unsubscribed, webhookId: string): Promise<void> {
  for (const type of missing) {
    const answer = await askX(ctx, id, (x, token, userId) => subscribe(x, token, { userId, type, webhookId }))
    // Subscribed already, by a run of this job whose answer was lost: as good.
    const there = !answer.ok && answer.error.kind === 'refused' && /duplicate/i.test(answer.error.reason)
    if (!answer.ok && !there) return
    await ctx.db
      .insertInto('push_subscription')
      .values({
        account_id: id,
        event_type: type,
        webhook_id: webhookId,
        external_id: answer.ok ? answer.value : '',
        made_at: ctx.platform.clock(),
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'event_type']).doUpdateSet({ webhook_id: webhookId }))
      .execute()
  }
}

export const keepingPush = job({ name: 'channels.keep-push', run: keepPush, retries: 1 })
