import { callName } from './call-name.ts'
import { errorOf, errorOfFailure, type XAnswer, type XError } from './x-error.ts'

/** One call and what came of it. */
export interface Exchange {
  /** Without ids: `GET /2/users/:id/mentions`. */
  name: string
  request: XRequest
  /** Null: no answer came. Header names in lower case. */
  answer: { status: number; header: (name: string) => string | null; body: unknown } | null
  error: XError | null
}

/** Watches over the calls of one token: holds back what X said no to before, and hears what came of the others. */
export interface XMeter {
  /** Why this call must not be made now. */
  admit: (name: string) => Promise<XError | undefined>
  observe: (exchange: Exchange) => Promise<void>
}

/** Where and how the client calls. Injected, so that another server, clock or fetch can stand in. */
export interface XConnection {
  /** Base of the API, without a slash at the end: `https://api.x.com`. */
  apiUrl: string
  authorizeUrl: string
  tokenUrl: string
  clientId: string
  clientSecret: string
  /** `old`: `tweet.fields` (author without a billed expansion); `new`: `post.fields`. */
  dialect: 'old' | 'new'
  /** No answer after so many milliseconds counts as none. */
  timeoutMs: number
  fetch: typeof fetch
  clock: () => Date
  meter?: XMeter
}

export interface XRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A path below the API's base, or a whole address. */
  path: string
  query?: Record<string, string | undefined>
  headers: Record<string, string>
  body?: string
  /** Whether an unanswered request may have changed something that matters. Default: all but GET. */
  write?: boolean
}

/**
 * One HTTP exchange. Never throws for what the network or X does; never tries twice; does not begin what the meter
 * holds back. Sign-in has its own address and no meter.
 */
export async function callX(x: XConnection, request: XRequest): Promise<XAnswer<unknown>> {
  const meter = request.path.startsWith('/2/') ? x.meter : undefined
  const name = callName(request.method, request.path)
  const held = await meter?.admit(name)
  if (held) return { ok: false, error: held }
  const { answer, result } = await exchange(x, request)
  await meter?.observe({ name, request, answer, error: result.ok ? null : result.error })
  return result
}

async function exchange(
  x: XConnection,
  request: XRequest,
): Promise<{ answer: Exchange['answer']; result: XAnswer<unknown> }> {
  const write = request.write ?? request.method !== 'GET'
  const url = new URL(request.path.startsWith('/') ? x.apiUrl + request.path : request.path)
  for (const [name, value] of Object.entries(request.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, value)
  try {
    const response = await x.fetch(url, {
      method: request.method,
      headers: { accept: 'application/json', ...request.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(x.timeoutMs),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const body = parsed(await response.text())
    const answer = { status: response.status, header: (name: string) => response.headers.get(name), body }
    return { answer, result: read(answer, write, x.clock()) }
  } catch (error) {
    return { answer: null, result: { ok: false, error: errorOfFailure(error, write) } }
  }
}

function read(answer: NonNullable<Exchange['answer']>, write: boolean, now: Date): XAnswer<unknown> {
  const { status, body } = answer
  if (status < 200 || status > 299) return { ok: false, error: errorOf(answer, write, now) }
  if (body !== undefined) return { ok: true, value: body }
  return { ok: false, error: errorOfFailure(new Error('no JSON'), write) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
