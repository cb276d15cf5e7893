import { readPost, type XPost } from './read-post.ts'

/** One thing X pushed about one account. */
export interface Pushed {
  /** Of this delivery's event; kept as text, it may be negative. */
  uuid: string
  type: string
  /** The account whose event it is. */
  userId: string
  /** Null: the event is not about a post. */
  post: XPost | null
}

type Json = Record<string, unknown>
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

/** Reads the body of a push: `data` holds one event or several. Undefined: this is not what X pushes. */
export function readPush(body: Buffer): Pushed[] | undefined {
  const data = dataIn(body)
  if (typeof data !== 'object' || data === null) return undefined
  return (Array.isArray(data) ? data : [data]).flatMap((value) => {
    const { event_uuid, event_type, filter, payload } = record(value)
    const { user_id } = record(filter)
    if (typeof event_uuid !== 'string' || typeof event_type !== 'string' || typeof user_id !== 'string') return []
    return [{ uuid: event_uuid, type: event_type, userId: user_id, post: readPost(payload) ?? null }]
  })
}

function dataIn(body: Buffer): unknown {
  try {
    return record(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}
