import { errorOf, errorOfFailure, type XAnswer } from './x-error.ts'

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
}

export interface XRequest {
  method: 'GET' | 'POST' | 'DELETE'
  /** A path below the API's base, or a whole address. */
  path: string
  query?: Record<string, string | undefined>
  headers: Record<string, string>
  body?: string
  /** Whether an unanswered request may have changed something that matters. Default: all but GET. */
  write?: boolean
}

/** One HTTP exchange. Never throws for what the network or X does; never tries twice. */
export async function callX(x: XConnection, request: XRequest): Promise<XAnswer<unknown>> {
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
    const text = await response.text()
    const body = parsed(text)
    if (response.ok && body !== undefined) return { ok: true, value: body }
    if (response.ok) return { ok: false, error: errorOfFailure(new Error('no JSON'), write) }
    const header = (name: string) => response.headers.get(name)
    return { ok: false, error: errorOf({ status: response.status, header, body }, write, x.clock()) }
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
