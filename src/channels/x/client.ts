import { callX, type XConnection, type XRequest } from './call-x.ts'
import { readPost, type XPost } from './read-post.ts'
import type { XAnswer } from './x-error.ts'

export interface XUser {
  id: string
  username: string
  name: string
}

export interface Timeline {
  /** Newest first. */
  posts: XPost[]
  /** For the next, older page. */
  next: string | null
}

/** What became of posts that were asked for by their ids. */
export interface LookUp {
  posts: XPost[]
  /** Deleted, or of somebody who is suspended. */
  gone: string[]
  /** Still there, but not for this account: its author protects them. */
  hidden: string[]
}

export interface NewPost {
  text: string
  inReplyTo?: string | null
  mediaIds?: readonly string[]
  /** The version of the last hour that this one takes the place of; only for accounts that may edit. */
  edits?: string | null
}

const oldFields = 'author_id,conversation_id,created_at,display_text_range,entities,referenced_tweets'
const newFields = 'conversation_id,created_at,display_text_range,entities'

/** The names of fields in the dialect of the connection. In the new one the author is an expansion, billed as a user. */
const fields = ({ dialect }: XConnection): Record<string, string> =>
  dialect === 'old'
    ? { 'tweet.fields': oldFields }
    : { 'post.fields': newFields, expansions: 'author_id,referenced_posts,edit_history_post_ids' }

function call(x: XConnection, token: string, request: Omit<XRequest, 'headers' | 'body'>, json?: unknown) {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  if (json === undefined) return callX(x, { ...request, headers })
  return callX(x, {
    ...request,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
}

const dataOf = (value: unknown): unknown => (value as { data?: unknown }).data

/** Turns the `data` of a good answer into `T`; an answer without it counts as `otherwise`. */
function reading<T>(answer: XAnswer<unknown>, write: boolean, read: (data: unknown) => T | undefined): XAnswer<T> {
  if (!answer.ok) return answer
  const value = read(dataOf(answer.value))
  if (value !== undefined) return { ok: true, value }
  const reason = 'answer without data'
  return { ok: false, error: write ? { kind: 'unknown-outcome', reason } : { kind: 'unreachable', reason } }
}

const text = (value: unknown, name: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' ? found : undefined
}

/** The account a token belongs to. */
export async function whoAmI(x: XConnection, token: string): Promise<XAnswer<XUser>> {
  const answer = await call(x, token, { method: 'GET', path: '/2/users/me' })
  return reading(answer, false, userOf)
}

function userOf(data: unknown): XUser | undefined {
  const id = text(data, 'id')
  const username = text(data, 'username')
  return id && username ? { id, username, name: text(data, 'name') ?? username } : undefined
}

/** Publishes or answers; value: the id. X knows no idempotency key: never call twice for one intent. */
export async function createPost(x: XConnection, token: string, post: NewPost): Promise<XAnswer<string>> {
  const answer = await call(
    x,
    token,
    { method: 'POST', path: '/2/tweets' },
    {
      text: post.text,
      ...(post.inReplyTo ? { reply: { in_reply_to_tweet_id: post.inReplyTo } } : {}),
      ...(post.edits ? { edit_options: { previous_post_id: post.edits } } : {}),
      ...(post.mediaIds && post.mediaIds.length > 0 ? { media: { media_ids: post.mediaIds } } : {}),
    },
  )
  return reading(answer, true, (data) => text(data, 'id'))
}

/** Removes a post; true also when it was gone already. */
export async function deletePost(x: XConnection, token: string, id: string): Promise<XAnswer<boolean>> {
  const answer = await call(x, token, { method: 'DELETE', path: `/2/tweets/${id}`, write: false })
  return reading(answer, false, (data) => typeof data === 'object')
}

interface Window {
  sinceId?: string | undefined
  /** Only posts older than this one. */
  untilId?: string | undefined
  startTime?: Date | undefined
  next?: string | undefined
}

async function timeline(
  x: XConnection,
  token: string,
  path: string,
  window: Window,
  more: Record<string, string> = {},
): Promise<XAnswer<Timeline>> {
  const query = {
    ...more,
    max_results: '100',
    since_id: window.sinceId,
    until_id: window.untilId,
    start_time: window.startTime && `${window.startTime.toISOString().slice(0, 19)}Z`,
    pagination_token: window.next,
    ...fields(x),
  }
  const answer = await call(x, token, { method: 'GET', path, query })
  if (!answer.ok) return answer
  const { data, meta } = answer.value as { data?: unknown; meta?: unknown }
  const posts = (Array.isArray(data) ? data : []).flatMap((raw) => readPost(raw) ?? [])
  return { ok: true, value: { posts, next: text(meta, 'next_token') ?? null } }
}

/** Posts that name, answer or quote the account; X reaches back 800. An empty page is free. */
export const mentionsOf = (x: XConnection, token: string, userId: string, window: Window): Promise<XAnswer<Timeline>> =>
  timeline(x, token, `/2/users/${userId}/mentions`, window)

/** The account's own posts; X reaches back 3,200. */
export const postsBy = (x: XConnection, token: string, userId: string, window: Window): Promise<XAnswer<Timeline>> =>
  timeline(x, token, `/2/users/${userId}/tweets`, window)

/** The account's own words and all others below one post, of the last 7 days. */
export const conversationOf = (
  x: XConnection,
  token: string,
  conversationId: string,
  window: Window,
): Promise<XAnswer<Timeline>> =>
  timeline(x, token, '/2/tweets/search/recent', window, { query: `conversation_id:${conversationId}` })

/** Those of these posts (at most 100) that still are there and may be seen. */
export async function postsById(x: XConnection, token: string, ids: readonly string[]): Promise<XAnswer<XPost[]>> {
  const answer = await lookUp(x, token, ids)
  return answer.ok ? { ok: true, value: answer.value.posts } : answer
}

/** What became of these posts (at most 100). One that X says nothing about is in none of the lists. */
export async function lookUp(x: XConnection, token: string, ids: readonly string[]): Promise<XAnswer<LookUp>> {
  const answer = await call(x, token, { method: 'GET', path: '/2/tweets', query: { ids: ids.join(','), ...fields(x) } })
  if (!answer.ok) return answer
  const { data, errors } = answer.value as { data?: unknown; errors?: unknown }
  const posts = (Array.isArray(data) ? data : []).flatMap((raw) => readPost(raw) ?? [])
  const missing = (Array.isArray(errors) ? errors : []).flatMap((error) => {
    const id = text(error, 'resource_id') ?? text(error, 'value')
    return id !== undefined && ids.includes(id) ? [{ id, type: text(error, 'type') ?? '' }] : []
  })
  const those = (ending: string) => missing.filter(({ type }) => type.endsWith(ending)).map(({ id }) => id)
  return {
    ok: true,
    value: { posts, gone: those('/resource-not-found'), hidden: those('/not-authorized-for-resource') },
  }
}

/** The accounts with these handles (at most 100); those that are not there are left out. */
export async function usersCalled(
  x: XConnection,
  token: string,
  handles: readonly string[],
): Promise<XAnswer<XUser[]>> {
  const answer = await call(x, token, { method: 'GET', path: '/2/users/by', query: { usernames: handles.join(',') } })
  if (!answer.ok) return answer
  const data = dataOf(answer.value)
  return { ok: true, value: (Array.isArray(data) ? data : []).flatMap((raw) => userOf(raw) ?? []) }
}

/** Hides a reply below a post of one's own, or shows it again. */
export async function hideReply(x: XConnection, token: string, id: string, hidden: boolean): Promise<XAnswer<boolean>> {
  const answer = await call(x, token, { method: 'PUT', path: `/2/tweets/${id}/hidden`, write: false }, { hidden })
  return reading(answer, false, (data) => typeof data === 'object')
}
