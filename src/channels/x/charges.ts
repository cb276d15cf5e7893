import { postLength } from '../post-length.ts'

/** The lines of X's price list that calls of ours can cost (docs: pricing, read 2026-08-22). */
export const priceItems = {
  'post-read': 'Kiriman dibaca',
  'owned-read': 'Kiriman pemilik aplikasi dibaca',
  'user-read': 'Profil dibaca',
  'pushed-event': 'Pemberitahuan dorongan',
  post: 'Siaran',
  'link-post': 'Siaran dengan tautan',
  'called-reply': 'Jawaban kepada warga',
  delete: 'Penghapusan',
  manage: 'Penyembunyian balasan',
  'media-metadata': 'Keterangan gambar',
} as const
export type PriceItem = keyof typeof priceItems
export const isPriceItem = (text: string): text is PriceItem => Object.hasOwn(priceItems, text)

/** What one call cost. */
export interface XCharge {
  item: PriceItem
  /** What was read: charged once a UTC day. Null: a write, charged each time. */
  ids: readonly string[] | null
}

export interface BilledCall {
  method: string
  path: string
  /** What was sent, parsed. */
  body: unknown
  /** Null: no answer came. */
  answer: { status: number; body: unknown } | null
}

interface Circumstances {
  /** The token is that of the account that owns the developer app: it reads its own things for less. */
  ownsApp: boolean
  /** The post that is answered is the account's own: a thread goes on, nobody called. */
  answersItself: boolean
}

type Json = Record<string, unknown>
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

const ids = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const { id } = record(one)
    return typeof id === 'string' ? [id] : []
  })

/**
 * What X charges for a call. An empty answer and a refused call are free. A write that was not answered may have been
 * carried out: its charge then is not certain, which `answer: null` tells.
 */
export function chargesOf(call: BilledCall, circumstances: Circumstances): XCharge[] {
  const { method, answer } = call
  if (method === 'GET') return answer && answer.status < 300 ? readCharges(call, circumstances) : []
  if (answer && answer.status >= 300 && answer.status < 500) return []
  const item = writeItem(call, circumstances)
  return item ? [{ item, ids: null }] : []
}

function readCharges({ path, answer }: BilledCall, { ownsApp }: Circumstances): XCharge[] {
  const { data, includes } = record(answer?.body)
  const { users, posts, tweets } = record(includes)
  const found: XCharge[] = []
  if (/^\/2\/users\/(me$|by(\/|$))/.test(path)) found.push({ item: 'user-read', ids: ids(data) })
  if (/^\/2\/users\/\d+\/(mentions|tweets)$/.test(path))
    found.push({ item: ownsApp ? 'owned-read' : 'post-read', ids: ids(data) })
  if (/^\/2\/tweets(\/search\/recent)?$/.test(path)) found.push({ item: 'post-read', ids: ids(data) })
  found.push({ item: 'user-read', ids: ids(users) }, { item: 'post-read', ids: [...ids(posts), ...ids(tweets)] })
  return found.filter((charge) => charge.ids !== null && charge.ids.length > 0)
}

function writeItem({ method, path, body }: BilledCall, { answersItself }: Circumstances): PriceItem | undefined {
  if (path === '/2/media/metadata') return 'media-metadata'
  if (method === 'DELETE' && path.startsWith('/2/tweets/')) return 'delete'
  if (method === 'PUT' && path.endsWith('/hidden')) return 'manage'
  if (method !== 'POST' || path !== '/2/tweets') return undefined
  const { text, reply } = record(body)
  if (reply !== undefined && !answersItself) return 'called-reply'
  return postLength(typeof text === 'string' ? text : '').links.length > 0 ? 'link-post' : 'post'
}

/** The post a call answers. */
export const parentOf = (body: unknown): string | null => {
  const { in_reply_to_tweet_id } = record(record(body).reply)
  return typeof in_reply_to_tweet_id === 'string' ? in_reply_to_tweet_id : null
}
