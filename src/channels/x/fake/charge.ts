import { postLength } from '../../post-length.ts'
import type { Answer } from './answer.ts'
import type { AppCall } from './call.ts'
import type { FakeItem } from './fake-state.ts'
import type { FakeClient } from './oauth.tsx'
import { findTweet, type Town } from './town.ts'

/** X's price list of August 2026, in millionths of a US dollar. Counted apart from the product on purpose. */
const prices: Record<FakeItem, number> = {
  'post-read': 5_000,
  'user-read': 10_000,
  'owned-read': 1_000,
  post: 15_000,
  'link-post': 200_000,
  'called-reply': 10_000,
  delete: 10_000,
  manage: 5_000,
  'media-metadata': 5_000,
  'pushed-event': 5_000,
}

/** What was read or pushed today, in UTC: it is charged once. */
const today = new WeakMap<Town, { day: string; seen: Set<string> }>()

export function chargeOnce(town: Town, item: FakeItem, id: string): void {
  const day = town.now().toISOString().slice(0, 10)
  const known = today.get(town)
  const seen = known?.day === day ? known.seen : new Set<string>()
  today.set(town, { day, seen })
  // An owned read is a read of a post: dearer or cheaper, it is paid for once.
  const key = `${item === 'owned-read' ? 'post-read' : item} ${id}`
  if (seen.has(key)) return
  seen.add(key)
  put(town, item)
}

function put(town: Town, item: FakeItem): void {
  const line = town.state.bill[item] ?? { quantity: 0, micros: 0 }
  town.state.bill[item] = { quantity: line.quantity + 1, micros: line.micros + prices[item] }
  if (town.state.credits !== null) town.state.credits -= prices[item] / 1e6
}

const ids = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value ? [value] : []).flatMap((one: { id?: unknown }) =>
    typeof one.id === 'string' ? [one.id] : [],
  )

/** Charges for an answer. An empty one and a refused call are free. */
export function charge(call: AppCall, client: FakeClient, { status, json }: Answer): void {
  if (status >= 300 || typeof json !== 'object' || json === null) return
  const { data, includes = {} } = json as { data?: unknown; includes?: Record<string, unknown> }
  if (call.method === 'GET') chargeRead(call, client, data, includes)
  const item = itemOf(call)
  if (item) put(call.town, item)
}

function chargeRead(call: AppCall, client: FakeClient, data: unknown, includes: Record<string, unknown>): void {
  const { town, path, user } = call
  const users = /^\/2\/users\/(me|by\b.*)$/.test(path)
  const posts = /^\/2\/(tweets(\/search\/recent)?|users\/\d+\/(mentions|tweets))$/.test(path)
  const owned = user !== undefined && user.username === client.owner && path.startsWith(`/2/users/${user.id}/`)
  if (users) for (const id of ids(data)) chargeOnce(town, 'user-read', id)
  if (posts) for (const id of ids(data)) chargeOnce(town, owned ? 'owned-read' : 'post-read', id)
  for (const id of ids(includes.users)) chargeOnce(town, 'user-read', id)
  for (const id of [...ids(includes.posts), ...ids(includes.tweets)]) chargeOnce(town, 'post-read', id)
}

function itemOf({ town, method, path, body, user }: AppCall): FakeItem | undefined {
  if (path === '/2/media/metadata') return 'media-metadata'
  if (method === 'PUT' && path.endsWith('/hidden')) return 'manage'
  if (method === 'DELETE') return path.startsWith('/2/tweets/') ? 'delete' : undefined
  if (method !== 'POST' || path !== '/2/tweets') return undefined
  const parent = (body.reply as { in_reply_to_tweet_id?: string } | undefined)?.in_reply_to_tweet_id
  if (parent && findTweet(town, parent)?.authorId !== user?.id) return 'called-reply'
  return postLength(String(body.text ?? '')).links.length > 0 ? 'link-post' : 'post'
}
