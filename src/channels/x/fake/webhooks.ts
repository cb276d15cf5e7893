import { type Answer, invalidRequest, ok, problem } from './answer.ts'
import { type AppCall, type FakeRoute, text } from './call.ts'
import type { FakeSubscription, FakeWebhook } from './fake-state.ts'
import type { FakeClient } from './oauth.tsx'
import { challenge, sendAll } from './push.ts'
import { nextId } from './town.ts'

const eventTypes = ['post.create', 'post.mention.create', 'post.reply.create', 'post.quote.create', 'oauth.revoke']

/** Subscriptions a self-serve app may have. */
const most = 1500

const shown = ({ id, url, valid, createdAt }: FakeWebhook) => ({ id, url, valid, created_at: createdAt })

const asAnswer = ({ id, eventType, userId, webhookId, tag }: FakeSubscription) => ({
  subscription_id: id,
  event_type: eventType,
  filter: { user_id: userId },
  ...(webhookId && { webhook_id: webhookId }),
  ...(tag && { tag }),
  created_at: new Date(0).toISOString(),
  updated_at: new Date(0).toISOString(),
})

/** Where the app wants to be told, about what, and telling it again. */
export function webhookRoutes(client: FakeClient): FakeRoute[] {
  const secret = client.consumerSecret ?? ''
  const find = ({ town, params }: AppCall) => town.state.webhooks.find(({ id }) => id === params.id)

  async function create(call: AppCall): Promise<Answer> {
    const { town } = call
    const url = text(call, 'url')
    if (!/^https?:\/\//.test(url)) return invalidRequest({ url: [url] }, 'The url is not valid')
    if (town.state.webhooks.some((webhook) => webhook.url === url))
      return invalidRequest({ url: [url] }, 'DuplicateUrlFailed')
    if (!(await challenge({ url }, secret))) return invalidRequest({ url: [url] }, 'CrcValidationFailed')
    const webhook = { id: nextId(town), url, valid: true, createdAt: town.now().toISOString() }
    town.state.webhooks.push(webhook)
    return ok({ data: shown(webhook) })
  }

  async function validate(call: AppCall): Promise<Answer> {
    const webhook = find(call)
    if (!webhook) return problem(404)
    webhook.valid = await challenge(webhook, secret)
    return ok({ data: { valid: webhook.valid, attempted: true } })
  }

  function remove(call: AppCall): Answer {
    const webhook = find(call)
    call.town.state.webhooks = call.town.state.webhooks.filter((one) => one !== webhook)
    return webhook ? ok({ data: { deleted: true } }) : problem(404)
  }

  function subscribe(call: AppCall): Answer {
    const { town, user, body } = call
    const eventType = text(call, 'event_type')
    const userId = (body.filter as { user_id?: string } | undefined)?.user_id ?? ''
    const webhookId = text(call, 'webhook_id') || null
    const { subscriptions, tokens, webhooks } = town.state
    if (!eventTypes.includes(eventType))
      return invalidRequest({ event_type: [eventType] }, 'The event type is not known')
    if (webhookId && !webhooks.some(({ id }) => id === webhookId)) return problem(404)
    // These events are private: the account itself must have let the app in.
    if (user?.id !== userId && !tokens.some((token) => token.userId === userId))
      return problem(403, 'SubscriptionNotPermitted')
    if (
      subscriptions.some((one) => one.eventType === eventType && one.userId === userId && one.webhookId === webhookId)
    )
      return problem(403, 'DuplicateSubscriptionFailed')
    if (subscriptions.length >= most) return problem(403, 'TooManySubscriptions')
    const made = { id: nextId(town), eventType, userId, webhookId, tag: text(call, 'tag') || null }
    subscriptions.push(made)
    return ok({ data: { subscription: asAnswer(made) }, meta: { total_subscriptions: subscriptions.length } })
  }

  function unsubscribe({ town, params }: AppCall): Answer {
    const left = town.state.subscriptions.filter(({ id }) => id !== params.id)
    if (left.length === town.state.subscriptions.length) return problem(404)
    town.state.subscriptions = left
    return ok({ data: { deleted: true }, meta: { total_subscriptions: left.length } })
  }

  function replay(call: AppCall): Answer {
    const { town } = call
    const span = [text(call, 'from_date'), text(call, 'to_date')]
    if (span.some((date) => !/^\d{12}$/.test(date)))
      return invalidRequest({ from_date: span }, 'Dates are yyyymmddhhmm')
    const minute = (at: string) => at.replace(/\D/g, '').slice(0, 12)
    const [from = '', to = ''] = span
    const again = town.state.events.filter(
      ({ webhookId, at }) => webhookId === text(call, 'webhook_id') && minute(at) >= from && minute(at) <= to,
    )
    void sendAll(town, secret, again, {})
    return ok({ data: { job_id: nextId(town), created_at: town.now().toISOString() } })
  }

  function usage({ town }: AppCall): Answer {
    const read = (town.state.bill['post-read']?.quantity ?? 0) + (town.state.bill['owned-read']?.quantity ?? 0)
    return ok({ data: { project_id: '1', project_usage: String(read), project_cap: '3000000', cap_reset_day: 1 } })
  }

  const app = (
    method: string,
    path: string,
    limit: number,
    handle: (call: AppCall) => Answer | Promise<Answer>,
  ): FakeRoute => ({
    method,
    path,
    auth: path.startsWith('/2/activity') ? 'app-or-user' : 'app',
    limit,
    handle,
  })

  return [
    app('GET', '/2/webhooks', 450, ({ town }) =>
      ok({ data: town.state.webhooks.map(shown), meta: { result_count: town.state.webhooks.length } }),
    ),
    app('POST', '/2/webhooks', 450, create),
    app('POST', '/2/webhooks/replay', 100, replay),
    app('PUT', '/2/webhooks/:id', 450, validate),
    app('DELETE', '/2/webhooks/:id', 450, remove),
    app('GET', '/2/activity/subscriptions', 500, ({ town, user }) => {
      const own = town.state.subscriptions.filter(({ userId }) => !user || userId === user.id)
      return ok({ data: own.map(asAnswer), meta: { total_subscriptions: own.length } })
    }),
    app('POST', '/2/activity/subscriptions', 500, subscribe),
    app('DELETE', '/2/activity/subscriptions/:id', 500, unsubscribe),
    app('GET', '/2/usage/tweets', 50, usage),
  ]
}
