import { setTimeout as pause } from 'node:timers/promises'
import { callX, type XConnection } from './call-x.ts'
import type { XAnswer } from './x-error.ts'

/** A picture is ready at once; moving ones take X some seconds. */
const mostQuestions = 20

/** Larger parts have been answered with 431. */
const partSize = 1_000_000

export interface Picture {
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  bytes: Buffer
  /** At most 1,000 characters; '' for a picture that only decorates. */
  alt: string
}

/** Uploads a picture with its alternative text; value: the media id. Every step may be tried again: nobody sees it yet. */
export async function uploadMedia(x: XConnection, token: string, picture: Picture): Promise<XAnswer<string>> {
  const send = (path: string, body: object) =>
    callX(x, {
      method: 'POST',
      path,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      write: false,
    })
  const begun = await send('/2/media/upload/initialize', {
    media_type: picture.type,
    total_bytes: picture.bytes.length,
    media_category: picture.type === 'image/gif' ? 'tweet_gif' : 'tweet_image',
  })
  if (!begun.ok) return begun
  const id = (begun.value as { data?: { id?: string } }).data?.id
  if (!id) return { ok: false, error: { kind: 'unreachable', reason: 'no media id' } }
  for (let part = 0; part * partSize < picture.bytes.length; part += 1) {
    const media = picture.bytes.subarray(part * partSize, (part + 1) * partSize).toString('base64')
    const appended = await send(`/2/media/upload/${id}/append`, { media, segment_index: part })
    if (!appended.ok) return appended
  }
  const finished = await send(`/2/media/upload/${id}/finalize`, {})
  if (!finished.ok) return finished
  const ready = await processed(x, token, id, finished.value)
  if (!ready.ok) return ready
  if (picture.alt === '') return { ok: true, value: id }
  const described = await send('/2/media/metadata', { id, metadata: { alt_text: { text: picture.alt } } })
  return described.ok ? { ok: true, value: id } : described
}

interface Processing {
  data?: { processing_info?: { state?: string; check_after_secs?: number; error?: { message?: string } } }
}

/** Waits until X has taken in what was uploaded. */
async function processed(x: XConnection, token: string, id: string, first: unknown): Promise<XAnswer<unknown>> {
  let value = first
  for (let question = 0; question < mostQuestions; question += 1) {
    const info = (value as Processing).data?.processing_info
    if (info === undefined || info.state === 'succeeded') return { ok: true, value }
    if (info.state === 'failed')
      return { ok: false, error: { kind: 'refused', status: 200, reason: info.error?.message ?? 'processing failed' } }
    await pause(Math.min(info.check_after_secs ?? 1, 10) * 1000)
    const query = { media_id: id, command: 'STATUS' }
    const headers = { authorization: `Bearer ${token}` }
    const answer = await callX(x, { method: 'GET', path: '/2/media/upload', query, headers })
    if (!answer.ok) return answer
    value = answer.value
  }
  return { ok: false, error: { kind: 'unreachable', reason: 'still processing' } }
}
