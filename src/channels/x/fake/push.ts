import { createHmac, randomBytes } from 'node:crypto'
import { chargeOnce } from './charge.ts'
import type { FakeEvent, FakeSubscription, FakeTweet, FakeWebhook } from './fake-state.ts'
import { includes, renderTweet } from './render-tweet.ts'
import { mentionsUser } from './timelines.ts'
import { findTweet, isVisible, type Town } from './town.ts'

/** How waiting events go out: in which order, how often each, and how many in one request. */
export interface Delivery {
  order?: 'as-happened' | 'reversed' | 'shuffled'
  /** Default 1. X promises at least once, not once. */
  times?: number
  /** Default 1. */
  perBody?: number
  /** Signed with another secret. */
  forged?: boolean
  /** Also what was delivered before. */
  again?: boolean
}

/** The signature X puts on a body, and on the answer it expects to a challenge. */
export const sign = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`

const asOld = new URLSearchParams({
  'tweet.fields':
    'author_id,conversation_id,created_at,display_text_range,entities,referenced_tweets,in_reply_to_user_id,public_metrics',
  expansions: 'author_id,referenced_tweets.id',
})

/** Whether a subscription hears of this post. A reply to a reply that does not name the account is not heard of. */
function hears(town: Town, { eventType, userId }: FakeSubscription, tweet: FakeTweet): boolean {
  const parent = tweet.repliedTo ? findTweet(town, tweet.repliedTo) : undefined
  const quoted = tweet.quoted ? findTweet(town, tweet.quoted) : undefined
  if (!isVisible(town, tweet, userId)) return false
  if (eventType === 'post.create') return tweet.authorId === userId
  if (eventType === 'post.mention.create') return tweet.explicit.includes(userId)
  if (eventType === 'post.reply.create') return parent?.authorId === userId && mentionsUser(town, tweet, userId)
  return eventType === 'post.quote.create' && quoted?.authorId === userId
}

/** Puts down what all subscriptions hear of a new post; pushed when `deliver` is called. */
export function hear(town: Town, tweet: FakeTweet): void {
  for (const subscription of town.state.subscriptions) {
    if (!subscription.webhookId || !hears(town, subscription, tweet)) continue
    put(town, subscription, tweet.id, {
      payload: renderTweet(town, tweet, asOld),
      ...includes(town, [tweet], asOld),
    })
  }
}

/** The account's holder took the app's access away. */
export function hearRevoked(town: Town, userId: string): void {
  for (const subscription of town.state.subscriptions)
    if (subscription.webhookId && subscription.userId === userId && subscription.eventType === 'oauth.revoke')
      put(town, subscription, `-${BigInt(`0x${randomBytes(7).toString('hex')}`)}`, { payload: { user_id: userId } })
}

function put(town: Town, subscription: FakeSubscription, uuid: string, more: object): void {
  const { id, webhookId, userId, eventType, tag } = subscription
  const data = { event_uuid: uuid, filter: { user_id: userId }, event_type: eventType, ...(tag && { tag }), ...more }
  const at = town.now().toISOString()
  town.state.events.push({ subscriptionId: id, webhookId: webhookId ?? '', at, data, delivered: false })
  if (eventType !== 'oauth.revoke') chargeOnce(town, 'pushed-event', `${eventType} ${userId} ${uuid}`)
}

/** Sends waiting events to their webhooks; answers the status codes. A dead receiver counts as 0. */
export async function deliver(town: Town, secret: string, how: Delivery = {}): Promise<number[]> {
  const waiting = town.state.events.filter(({ delivered }) => how.again || !delivered)
  for (const event of waiting) event.delivered = true
  return sendAll(town, secret, waiting, how)
}

export async function sendAll(town: Town, secret: string, events: FakeEvent[], how: Delivery): Promise<number[]> {
  const statuses: number[] = []
  for (const { url, id } of town.state.webhooks.filter(({ valid }) => valid)) {
    const own = ordered(
      events.filter(({ webhookId }) => webhookId === id),
      how,
    )
    for (let i = 0; i < own.length; i += how.perBody ?? 1) {
      const some = own.slice(i, i + (how.perBody ?? 1)).map(({ data }) => data)
      statuses.push(
        await send(
          url,
          how.forged ? 'another secret' : secret,
          JSON.stringify({ data: some.length === 1 ? some[0] : some }),
        ),
      )
    }
  }
  return statuses
}

function ordered(events: FakeEvent[], { order = 'as-happened', times = 1 }: Delivery): FakeEvent[] {
  const all = Array.from({ length: times }, () => events).flat()
  if (order === 'reversed') return all.reverse()
  if (order === 'as-happened') return all
  // A fixed shuffle: the same events always come in the same disorder.
  return all
    .map((event, i) => ({ event, at: (i * 7919) % 104_729 }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}

async function send(url: string, secret: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': sign(secret, body) }
  const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) }).catch(
    () => null,
  )
  await answer?.arrayBuffer()
  return answer?.status ?? 0
}

/** Asks the receiver to prove that it knows the secret; a webhook is good only as long as it does. */
export async function challenge(webhook: Pick<FakeWebhook, 'url'>, secret: string): Promise<boolean> {
  const token = randomBytes(16).toString('base64url')
  const url = new URL(webhook.url)
  url.searchParams.set('crc_token', token)
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    const { response_token } = (await answer.json()) as { response_token?: unknown }
    return answer.status === 200 && response_token === sign(secret, token)
  } catch {
    return false
  }
}
