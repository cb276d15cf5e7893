import { callX, type XConnection } from './call-x.ts'
import type { XAnswer } from './x-error.ts'

/** Where X pushes to. `valid`: the last challenge was answered well. */
export interface Webhook {
  id: string
  url: string
  valid: boolean
}

/** What X pushes about an account; all but the last are charged by event. */
export const pushedTypes = ['post.mention.create', 'post.reply.create', 'post.quote.create', 'oauth.revoke'] as const
export type PushedType = (typeof pushedTypes)[number]

type Json = Record<string, unknown>
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const unreadable = { ok: false, error: { kind: 'unreachable', reason: 'answer without data' } } as const

async function ask(
  x: XConnection,
  token: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<XAnswer<Json>> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
  // Each of these can be asked again: X refuses what is there already.
  const answer = await callX(x, { method, path, headers, write: false, ...(body && { body: JSON.stringify(body) }) })
  return answer.ok ? { ok: true, value: record(answer.value) } : answer
}

function webhookOf(value: unknown): Webhook[] {
  const { id, url, valid } = record(value)
  return typeof id === 'string' && typeof url === 'string' ? [{ id, url, valid: valid === true }] : []
}

/** The app's webhooks. `token` is the app's own, here and below. */
export async function webhooksOf(x: XConnection, token: string): Promise<XAnswer<Webhook[]>> {
  const answer = await ask(x, token, 'GET', '/2/webhooks')
  if (!answer.ok) return answer
  const { data } = answer.value
  return { ok: true, value: (Array.isArray(data) ? data : []).flatMap(webhookOf) }
}

/** Registers an address; X challenges it before it answers. */
export async function createWebhook(x: XConnection, token: string, url: string): Promise<XAnswer<Webhook>> {
  const answer = await ask(x, token, 'POST', '/2/webhooks', { url })
  if (!answer.ok) return answer
  const [made] = webhookOf(answer.value.data)
  return made ? { ok: true, value: made } : unreadable
}

/** Lets X challenge the address again; value: whether it is good. */
export async function validateWebhook(x: XConnection, token: string, id: string): Promise<XAnswer<boolean>> {
  const answer = await ask(x, token, 'PUT', `/2/webhooks/${id}`)
  return answer.ok ? { ok: true, value: record(answer.value.data).valid === true } : answer
}

/** Has an account's events pushed; `token` is the account's own, for these events are private. */
export async function subscribe(
  x: XConnection,
  token: string,
  { userId, type, webhookId }: { userId: string; type: PushedType; webhookId: string },
): Promise<XAnswer<string>> {
  const body = { event_type: type, filter: { user_id: userId }, webhook_id: webhookId }
  const answer = await ask(x, token, 'POST', '/2/activity/subscriptions', body)
  if (!answer.ok) return answer
  const { subscription_id } = record(record(answer.value.data).subscription)
  return typeof subscription_id === 'string' ? { ok: true, value: subscription_id } : unreadable
}

/** How many posts X counts as read by the whole project in its billing month. */
export async function usageOf(x: XConnection, token: string): Promise<XAnswer<number>> {
  const answer = await ask(x, token, 'GET', '/2/usage/tweets')
  if (!answer.ok) return answer
  const used = Number(record(answer.value.data).project_usage)
  return Number.isFinite(used) ? { ok: true, value: used } : unreadable
}
