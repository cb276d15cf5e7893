import { errorOfFailure, type XError } from '../x/x-error.ts'

/** A server and the token of an account on it. */
export interface MastodonConnection {
  /** `https://sosial.example`. */
  server: string
  token: string
  clock: () => Date
  timeoutMs?: number
}

export interface MastodonRequest {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string | undefined>
  /** JSON, or a form with a file. */
  body?: object | FormData
  idempotencyKey?: string
}

/** The same words for what went wrong as X's: what to do next is the same. */
export type MastodonAnswer = { ok: true; value: Answered } | { ok: false; error: XError }

export interface Answered {
  status: number
  body: unknown
  /** The query of the page before, as the `Link` header gives it: newer things. */
  newer: URLSearchParams | null
}

/** One HTTP exchange. Never throws for what the network or the server does; never tries twice. */
export async function callMastodon(mastodon: MastodonConnection, request: MastodonRequest): Promise<MastodonAnswer> {
  const { server, token, clock, timeoutMs = 20_000 } = mastodon
  const write = request.method === 'POST'
  const url = new URL(server + request.path)
  for (const [name, value] of Object.entries(request.query ?? {}))
    if (value !== undefined) url.searchParams.append(name, value)
  const isForm = request.body instanceof FormData
  try {
    const response = await fetch(url, {
      method: request.method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
        ...(request.body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(request.body && { body: isForm ? (request.body as FormData) : JSON.stringify(request.body) }),
    })
    const body = parsed(await response.text())
    if (response.status < 200 || response.status > 299)
      return { ok: false, error: errorOf(response, body, write, clock()) }
    if (body === undefined) return { ok: false, error: errorOfFailure(new Error('no JSON'), write) }
    return { ok: true, value: { status: response.status, body, newer: newerOf(response.headers.get('link')) } }
  } catch (error) {
    return { ok: false, error: errorOfFailure(error, write) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The `rel="prev"` of a `Link` header. Only its query is used: a server must not send us elsewhere. */
function newerOf(link: string | null): URLSearchParams | null {
  const address = /<([^>]*)>\s*;\s*rel="prev"/.exec(link ?? '')?.[1]
  return address && URL.canParse(address) ? new URL(address).searchParams : null
}

const pause = 5 * 60_000

function errorOf({ status, headers }: Response, body: unknown, write: boolean, now: Date): XError {
  const reason = (body as { error?: unknown } | undefined)?.error
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 429) {
    const reset = new Date(headers.get('x-ratelimit-reset') ?? '')
    const until = Number.isNaN(reset.getTime()) || reset <= now ? new Date(now.getTime() + pause) : reset
    return { kind: 'rate-limited', until }
  }
  if (status === 404) return { kind: 'not-found' }
  if (status >= 500)
    return write
      ? { kind: 'unknown-outcome', reason: `HTTP ${status}` }
      : { kind: 'unreachable', reason: `HTTP ${status}` }
  return { kind: 'refused', status, reason: typeof reason === 'string' ? reason : `HTTP ${status}` }
}
