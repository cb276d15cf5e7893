import { resetInstant } from './told-limit.ts'

/** Why X did not do what it was asked, as far as it matters for what to do next (docs: errors of the X API v2). */
export type XError =
  /** The window is full; nothing happened. */
  | { kind: 'rate-limited'; until: Date }
  /** The access token is dead: refresh once, then the account must be connected again. */
  | { kind: 'unauthorized' }
  /** The app's prepaid credit or monthly cap is used up: stop all calls of the app. */
  | { kind: 'no-credit' }
  /** The same text is there already. */
  | { kind: 'duplicate' }
  /** The author of the parent did not call this account; only a person in X can answer. */
  | { kind: 'not-called' }
  | { kind: 'not-found' }
  /** Anything else X says no to; `reason` is X's own sentence. */
  | { kind: 'refused'; status: number; reason: string }
  /** The request never left, or it only read: safe to try again. */
  | { kind: 'unreachable'; reason: string }
  /** A write left and no clear answer came back: it may or may not have happened. */
  | { kind: 'unknown-outcome'; reason: string }

export type XAnswer<T> = { ok: true; value: T } | { ok: false; error: XError }

export interface RawAnswer {
  status: number
  /** Header names in lower case. */
  header: (name: string) => string | null
  body: unknown
}

/** X's sentence, from either of its two error shapes. */
export function reasonOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { detail, errors, error_description, title } = body as Record<string, unknown>
  if (typeof detail === 'string') return detail
  if (typeof error_description === 'string') return error_description
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const message = typeof first === 'object' && first !== null ? (first as { message?: unknown }).message : undefined
  if (typeof message === 'string') return message
  return typeof title === 'string' ? title : ''
}

const typeOf = (body: unknown): string => {
  const type = typeof body === 'object' && body !== null ? (body as { type?: unknown }).type : undefined
  return typeof type === 'string' ? type : ''
}

const quarter = 15 * 60_000

/** The end of the window that is full: of the day's, if that is the one. */
function windowEnd(header: (name: string) => string | null, now: Date): Date {
  const full = header('x-app-limit-24hour-remaining') === '0' ? 'x-app-limit-24hour-reset' : 'x-rate-limit-reset'
  return resetInstant(header, full, now) ?? new Date(now.getTime() + quarter)
}

/** What an answer outside 2xx means. `write`: whether the request may have changed something at X. */
export function errorOf({ status, header, body }: RawAnswer, write: boolean, now: Date): XError {
  const reason = reasonOf(body)
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 402 || (status === 429 && /usage-capped|UsageCapExceeded/i.test(typeOf(body) + JSON.stringify(body))))
    return { kind: 'no-credit' }
  if (status === 429) return { kind: 'rate-limited', until: windowEnd(header, now) }
  if (status === 403 && /duplicate content/i.test(reason)) return { kind: 'duplicate' }
  if (status === 403 && /not been mentioned or otherwise engaged/i.test(reason)) return { kind: 'not-called' }
  if (status === 404) return { kind: 'not-found' }
  if (status >= 500)
    return write
      ? { kind: 'unknown-outcome', reason: `HTTP ${status}` }
      : { kind: 'unreachable', reason: `HTTP ${status}` }
  return { kind: 'refused', status, reason: reason || `HTTP ${status}` }
}

/** Codes of errors raised before a connection stood, so that nothing can have been sent. */
const beforeConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : codeOf(cause)
}

/** What a request that ended without an answer means. */
export function errorOfFailure(error: unknown, write: boolean): XError {
  const code = codeOf(error)
  const reason = code || (error instanceof Error ? error.name : 'failed')
  return write && !beforeConnection.has(code) ? { kind: 'unknown-outcome', reason } : { kind: 'unreachable', reason }
}
