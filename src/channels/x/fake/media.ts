import { type Answer, invalidRequest, ok, problem } from './answer.ts'
import type { FakeRoute, UserCall } from './call.ts'
import type { FakeMedia } from './fake-state.ts'
import { nextId } from './town.ts'

const types = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'video/mp4'])

const key = (media: FakeMedia) => ({ id: media.id, media_key: `3_${media.id}`, expires_after_secs: 86_400 })

const find = ({ town, user }: UserCall, id: string | undefined): FakeMedia | undefined =>
  town.state.media.find((media) => media.id === id && media.ownerId === user.id)

/** What may be of which type. */
const categories: Record<string, RegExp> = {
  tweet_image: /^image\//,
  tweet_gif: /^image\/gif$/,
  tweet_video: /^video\//,
}

function initialize({ town, user, body }: UserCall): Answer {
  const type = String(body.media_type ?? '')
  const total = Number(body.total_bytes)
  const category = String(body.media_category ?? 'tweet_image')
  if (!types.has(type)) return invalidRequest({ media_type: [type] }, 'The media type is not supported')
  if (!categories[category]?.test(type))
    return invalidRequest({ media_category: [category] }, 'The category does not fit')
  if (!(total > 0)) return invalidRequest({ total_bytes: [String(body.total_bytes)] }, 'The size is needed')
  const steps = category === 'tweet_image' ? 0 : 2
  const media: FakeMedia = { id: nextId(town), ownerId: user.id, type, total, size: 0, steps, ready: false, alt: null }
  town.state.media.push(media)
  return ok({ data: key(media) })
}

function append(call: UserCall): Answer {
  const media = find(call, call.params.id)
  if (!media) return problem(404)
  const part = call.body.media
  const segment = Number(call.body.segment_index)
  if (typeof part !== 'string' || !(segment >= 0 && segment <= 999))
    return invalidRequest({ segment_index: [String(call.body.segment_index)] }, 'The segment is invalid')
  const bytes = Buffer.from(part, 'base64').length
  if (bytes > mostBytes) return { ...problem(413, 'The segment is too large'), status: 413 }
  media.size += bytes
  return ok({ data: { expires_at: Math.floor(call.town.now().getTime() / 1000) + 86_400 } })
}

/** X's own limit for one segment. */
const mostBytes = 5 * 1024 * 1024

const processing = (media: FakeMedia) => {
  if (media.ready && media.steps === undefined) return {}
  const state = media.ready ? 'succeeded' : (media.steps ?? 0) > 1 ? 'pending' : 'in_progress'
  return { processing_info: { state, ...(media.ready ? { progress_percent: 100 } : { check_after_secs: 1 }) } }
}

function finalize(call: UserCall): Answer {
  const media = find(call, call.params.id)
  if (!media) return problem(404)
  if (media.size === 0) return invalidRequest({ id: [media.id] }, 'No segments were uploaded')
  if (media.size !== media.total)
    return invalidRequest({ id: [media.id] }, 'Segments do not add up to provided total file size.')
  if (!media.steps) {
    delete media.steps
    media.ready = true
  }
  return ok({ data: { ...key(media), size: media.size, ...processing(media) } })
}

/** Each question brings the processing one step further. */
function status(call: UserCall): Answer {
  const media = find(call, call.query.get('media_id') ?? undefined)
  if (!media) return problem(404)
  if (!media.ready && media.steps !== undefined && media.size === media.total) {
    media.steps -= 1
    media.ready = media.steps <= 0
  }
  return ok({ data: { ...key(media), ...processing(media) } })
}

function metadata(call: UserCall): Answer {
  const media = find(call, String(call.body.id ?? ''))
  const wanted = (call.body.metadata ?? {}) as { alt_text?: { text?: unknown } }
  const alt = wanted.alt_text?.text
  if (!media) return problem(404)
  if (typeof alt !== 'string' || alt.length > 1000)
    return invalidRequest({ 'metadata.alt_text.text': [] }, 'The alt text must have 1000 characters at most')
  media.alt = alt
  return ok({ data: { id: media.id, associated_metadata: { alt_text: { text: alt } } } })
}

const route = (method: string, path: string, limit: number, handle: (call: UserCall) => Answer): FakeRoute => ({
  method,
  path,
  limit,
  scope: 'media.write',
  handle,
})

export const mediaRoutes: FakeRoute[] = [
  route('POST', '/2/media/upload/initialize', 1875, initialize),
  route('POST', '/2/media/upload/:id/append', 1875, append),
  route('POST', '/2/media/upload/:id/finalize', 1875, finalize),
  route('GET', '/2/media/upload', 1000, status),
  route('POST', '/2/media/metadata', 500, metadata),
]
