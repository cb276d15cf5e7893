import { setTimeout as pause } from 'node:timers/promises'
import type { XAnswer } from '../x/x-error.ts'
import { callMastodon, type MastodonConnection } from './call-mastodon.ts'
import { type Notification, readNotification, readStatus, type Status, type Visibility } from './read-status.ts'

const pageSize = '40'

export interface MastodonUser {
  id: string
  username: string
}

/** The account a token belongs to. */
export async function verifyCredentials(mastodon: MastodonConnection): Promise<XAnswer<MastodonUser>> {
  const answer = await callMastodon(mastodon, { method: 'GET', path: '/api/v1/accounts/verify_credentials' })
  if (!answer.ok) return answer
  const { id, username } = answer.value.body as Record<string, unknown>
  return typeof id === 'string' && typeof username === 'string'
    ? { ok: true, value: { id, username } }
    : { ok: false, error: { kind: 'unreachable', reason: 'answer without an account' } }
}

/** One page of mentions. `after` null: the newest ones; else those directly after it, and how to ask for the next. */
export async function mentionsPage(
  mastodon: MastodonConnection,
  after: string | null,
): Promise<XAnswer<{ mentions: Notification[]; newest: string | null }>> {
  const answer = await callMastodon(mastodon, {
    method: 'GET',
    path: '/api/v1/notifications',
    query: { 'types[]': 'mention', limit: pageSize, min_id: after ?? undefined },
  })
  if (!answer.ok) return answer
  const { body, newer } = answer.value
  const mentions = (Array.isArray(body) ? body : []).flatMap((raw) => readNotification(raw) ?? [])
  return { ok: true, value: { mentions, newest: newer?.get('min_id') ?? mentions[0]?.id ?? null } }
}

/** Publishes; value: the id. The same key within an hour gives the status that is there already. */
export async function postStatus(
  mastodon: MastodonConnection,
  status: { text: string; inReplyTo: string | null; visibility: Visibility; mediaIds: readonly string[] },
  key: string,
): Promise<XAnswer<string>> {
  const answer = await callMastodon(mastodon, {
    method: 'POST',
    path: '/api/v1/statuses',
    idempotencyKey: key,
    body: {
      status: status.text,
      visibility: status.visibility,
      language: 'id',
      ...(status.inReplyTo && { in_reply_to_id: status.inReplyTo }),
      ...(status.mediaIds.length > 0 && { media_ids: status.mediaIds }),
    },
  })
  if (!answer.ok) return answer
  const { id } = answer.value.body as { id?: unknown }
  return typeof id === 'string'
    ? { ok: true, value: id }
    : { ok: false, error: { kind: 'unknown-outcome', reason: 'answer without an id' } }
}

/** What this account wrote, newest first, back to `since`; at most 200. */
export async function statusesOf(
  mastodon: MastodonConnection,
  accountId: string,
  since: Date,
): Promise<XAnswer<Status[]>> {
  const statuses: Status[] = []
  for (let page = 0; page < 5; page += 1) {
    const answer = await callMastodon(mastodon, {
      method: 'GET',
      path: `/api/v1/accounts/${accountId}/statuses`,
      query: { limit: pageSize, exclude_reblogs: 'true', max_id: statuses.at(-1)?.id },
    })
    if (!answer.ok) return answer
    const { body } = answer.value
    const read = (Array.isArray(body) ? body : []).flatMap((raw) => readStatus(raw) ?? [])
    statuses.push(...read)
    const oldest = read.at(-1)
    if (!oldest || oldest.at < since) break
  }
  return { ok: true, value: statuses.filter(({ at }) => at >= since) }
}

/** How often the server is asked whether it is done with a picture, a second apart. */
const mostAsks = 30

/** Uploads a picture with its words; value: its id, once the server is done with it. */
export async function uploadPicture(
  mastodon: MastodonConnection,
  { bytes, alt }: { bytes: Buffer; alt: string },
  waitMs = 1000,
): Promise<XAnswer<string>> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'gambar.jpg')
  if (alt !== '') form.set('description', alt)
  const sent = await callMastodon(mastodon, { method: 'POST', path: '/api/v2/media', body: form })
  if (!sent.ok) return nobodySees(sent)
  const { id } = sent.value.body as { id?: unknown }
  if (typeof id !== 'string') return { ok: false, error: { kind: 'unreachable', reason: 'answer without an id' } }
  if (sent.value.status === 200) return { ok: true, value: id }
  for (let ask = 0; ask < mostAsks; ask += 1) {
    await pause(waitMs)
    const state = await callMastodon(mastodon, { method: 'GET', path: `/api/v1/media/${id}` })
    if (!state.ok) return state
    if (state.value.status === 200) return { ok: true, value: id }
  }
  return { ok: false, error: { kind: 'unreachable', reason: 'the picture is still being worked on' } }
}

/** A picture without a status is seen by nobody: it may be sent again whatever became of it. */
const nobodySees = (answer: Extract<XAnswer<never>, { ok: false }>): XAnswer<never> =>
  answer.error.kind === 'unknown-outcome'
    ? { ok: false, error: { kind: 'unreachable', reason: answer.error.reason } }
    : answer
