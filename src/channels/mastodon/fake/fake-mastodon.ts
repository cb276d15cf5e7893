import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Visibility } from '../read-status.ts'

/** A status as the fake keeps it. */
export interface FakeStatus {
  id: string
  handle: string
  text: string
  at: Date
  inReplyTo: string | null
  visibility: Visibility
  media: string[]
  spoiler: string
}

/** What goes wrong with the next call whose method and path fit. */
export interface MastodonFault {
  /** `after`: carried out first. */
  kind: 'cut-before' | 'cut-after' | 'error-before' | 'error-after' | 'rate-limited' | 'refused' | 'not-json'
  method?: string
  path?: string
  seconds?: number
}

export interface FakeMastodon {
  url: string
  calls: string[]
  /** The ids of whoever writes are made as needed. */
  writeAs: (
    handle: string,
    status: { text: string; inReplyTo?: string; visibility?: Visibility; spoiler?: string },
  ) => FakeStatus
  statusesOf: (handle: string) => FakeStatus[]
  media: Map<string, { description: string; asked: number }>
  signIn: (handle: string) => string
  revoke: (token: string) => void
  fail: (fault: MastodonFault) => void
  close: () => Promise<void>
}

interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
  handle: string
}

interface Reply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/**
 * A server that speaks the part of the Mastodon API we use, on loopback: tokens, notifications with `min_id` and
 * `Link`, statuses with Idempotency-Key (kept an hour), media in two steps, limits told in headers, scripted faults.
 */
export async function startFakeMastodon({ clock = () => new Date() } = {}): Promise<FakeMastodon> {
  const tokens = new Map<string, string>()
  const users = new Map<string, string>()
  const statuses: FakeStatus[] = []
  const notifications: { id: string; handle: string; statusId: string }[] = []
  const media: FakeMastodon['media'] = new Map()
  const keys = new Map<string, { id: string; at: Date }>()
  const faults: MastodonFault[] = []
  const calls: string[] = []
  let ids = 112_000_000_000_000_000n

  const nextId = (): string => String(++ids)
  const idOf = (handle: string): string => {
    const known = users.get(handle) ?? nextId()
    users.set(handle, known)
    return known
  }
  const drawn = (status: FakeStatus) => ({
    id: status.id,
    created_at: status.at.toISOString(),
    in_reply_to_id: status.inReplyTo,
    visibility: status.visibility,
    spoiler_text: status.spoiler,
    url: `${url}/@${status.handle}/${status.id}`,
    content: status.text
      .split('\n\n')
      .map(
        (part) =>
          `<p>${escaped(part)
            .replace(/@(\w+)/g, mention)
            .replaceAll('\n', '<br />')}</p>`,
      )
      .join(''),
    media_attachments: status.media.map((id) => ({ id, type: 'image', description: media.get(id)?.description })),
    reblog: null,
    account: { id: idOf(status.handle), acct: status.handle, username: status.handle, display_name: status.handle },
  })
  const mention = (_all: string, name: string) =>
    `<span class="h-card"><a href="${url}/@${name}" class="u-url mention">@<span>${name}</span></a></span>`

  function add(status: Omit<FakeStatus, 'id' | 'at'>): FakeStatus {
    const saved = { ...status, id: nextId(), at: clock() }
    statuses.push(saved)
    for (const [handle] of users)
      if (handle !== status.handle && new RegExp(`@${handle}\\b`, 'i').test(status.text))
        notifications.push({ id: nextId(), handle, statusId: saved.id })
    return saved
  }

  const statusNamed = (id: string | null) => statuses.find((status) => status.id === id)

  function answer({ method, path, query, headers, body, handle }: Call): Reply {
    const ok = (value: unknown, more?: Record<string, string>): Reply => ({
      status: 200,
      body: value,
      ...(more && { headers: more }),
    })
    const wrong = (status: number, error: string): Reply => ({ status, body: { error } })
    if (path === '/api/v1/accounts/verify_credentials')
      return ok({ id: idOf(handle), username: handle, acct: handle, display_name: handle })
    if (path === '/api/v1/notifications') return pageOf(query, handle)
    if (path === '/api/v2/media' && method === 'POST') {
      const text = body.toString('latin1')
      const id = nextId()
      const description = /name="description"\r\n\r\n([\s\S]*?)\r\n--/.exec(
        Buffer.from(text, 'latin1').toString('utf8'),
      )?.[1]
      media.set(id, { description: description ?? '', asked: 0 })
      return { status: 202, body: { id, type: 'image', url: null } }
    }
    const known = media.get(/^\/api\/v1\/media\/(\d+)$/.exec(path)?.[1] ?? '')
    if (known) {
      known.asked += 1
      return known.asked < 2 ? { status: 206, body: { url: null } } : ok({ url: 'https://berkas.example/1.jpg' })
    }
    const own = /^\/api\/v1\/accounts\/(\d+)\/statuses$/.exec(path)?.[1]
    if (own) {
      const before = query.get('max_id')
      const mine = statuses.filter((s) => idOf(s.handle) === own && (!before || BigInt(s.id) < BigInt(before)))
      return ok(
        mine
          .reverse()
          .slice(0, Number(query.get('limit') ?? 20))
          .map(drawn),
      )
    }
    if (path === '/api/v1/statuses' && method === 'POST') {
      const asked = JSON.parse(body.toString()) as Record<string, string | string[]>
      const key = `${handle} ${headers['idempotency-key'] ?? nextId()}`
      const former = keys.get(key)
      const again = former && clock().getTime() - former.at.getTime() < 3_600_000 ? statusNamed(former.id) : undefined
      if (again) return ok(drawn(again))
      const inReplyTo = typeof asked.in_reply_to_id === 'string' ? asked.in_reply_to_id : null
      if (inReplyTo && !statusNamed(inReplyTo)) return wrong(404, 'Record not found')
      const text = String(asked.status ?? '')
      if ([...text.replace(/https?:\/\/\S+/g, 'x'.repeat(23))].length > 500)
        return wrong(422, 'Validation failed: Text character limit of 500 exceeded')
      const ids = Array.isArray(asked.media_ids) ? asked.media_ids : []
      if (ids.some((id) => (media.get(id)?.asked ?? 0) < 2))
        return wrong(422, 'Cannot attach files that have not finished processing')
      const visibility = (asked.visibility ?? 'public') as Visibility
      const saved = add({ handle, text, inReplyTo, visibility, media: ids, spoiler: '' })
      keys.set(key, { id: saved.id, at: saved.at })
      return ok(drawn(saved))
    }
    return wrong(404, 'Record not found')
  }

  /** `min_id` gives those directly after it, `since_id` the newest; both newest first. */
  function pageOf(query: URLSearchParams, handle: string): Reply {
    const limit = Math.min(Number(query.get('limit') ?? 40), 80)
    const min = query.get('min_id')
    const since = min ?? query.get('since_id')
    const all = notifications.filter((one) => one.handle === handle && (!since || BigInt(one.id) > BigInt(since)))
    const page = (min ? all.slice(0, limit) : all.slice(-limit)).reverse()
    const body = page.flatMap(({ id, statusId }) => {
      const status = statusNamed(statusId)
      return status ? [{ id, type: 'mention', created_at: status.at.toISOString(), status: drawn(status) }] : []
    })
    const [newest] = page
    const link = newest && `<${url}/api/v1/notifications?min_id=${newest.id}>; rel="prev"`
    return { status: 200, body, ...(link && { headers: { link } }) }
  }

  function strike(call: Call): MastodonFault | undefined {
    const index = faults.findIndex(
      ({ method, path }) => (!method || method === call.method) && (!path || call.path.startsWith(path)),
    )
    return index < 0 ? undefined : faults.splice(index, 1)[0]
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const method = request.method ?? 'GET'
    calls.push(`${method} ${pathname}`)
    const handle = tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''))
    if (!handle) return send(response, { status: 401, body: { error: 'The access token is invalid' } })
    const call = {
      method,
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks),
      handle,
    }
    const fault = strike(call)
    if (fault?.kind === 'cut-before') return void request.socket.destroy()
    if (fault?.kind === 'error-before') return send(response, { status: 503, body: { error: 'busy' } })
    if (fault?.kind === 'refused') return send(response, { status: 422, body: { error: 'Validation failed: no' } })
    if (fault?.kind === 'not-json') return void response.writeHead(200).end('<html>gateway</html>')
    if (fault?.kind === 'rate-limited') {
      const reset = new Date(clock().getTime() + (fault.seconds ?? 300) * 1000).toISOString()
      const headers = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
      return send(response, { status: 429, body: { error: 'Too many requests' }, headers })
    }
    const reply = answer(call)
    if (fault?.kind === 'cut-after') return void request.socket.destroy()
    if (fault?.kind === 'error-after') return send(response, { status: 503, body: { error: 'busy' } })
    send(response, reply)
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    calls,
    media,
    writeAs: (handle, { text, inReplyTo = null, visibility = 'public', spoiler = '' }) => {
      idOf(handle)
      return add({ handle, text, inReplyTo, visibility, spoiler, media: [] })
    },
    statusesOf: (handle) => statuses.filter((status) => status.handle === handle),
    signIn(handle) {
      idOf(handle)
      const token = `token-${handle}-${nextId()}`
      tokens.set(token, handle)
      return token
    },
    revoke: (token) => void tokens.delete(token),
    fail: (fault) => void faults.push(fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
