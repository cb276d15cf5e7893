import type { JSX } from 'preact'
import type { Static, TSchema } from 'typebox'
import type { Ctx } from '../ctx.ts'
import type { FieldErrors, Refusal } from '../refusal.ts'
import type { Path } from './paths.ts'

/**
 * Who may call a route at all: `anyone` without signing in, every `signed-in` person, or those whom the policy
 * allows this action in at least one agency. Commands and finds then ask again, for the thing at hand.
 */
export type Access = 'anyone' | 'signed-in' | (string & {})

export interface Upload {
  filename: string
  /** Cut above the limits of `read-form.ts`: then longer than any area allows, or `cut`. */
  bytes: Buffer
  /** All files of the form together were too much; what came after was not kept. */
  cut?: true
}

/** What every page frame needs to know of the request. */
export interface Frame {
  /** Name of the person signed in, if any. */
  person: string | null
  /** Actions this person may do somewhere: decides which entries the navigation shows. */
  may: (action: string) => boolean
  /** Path of this page, without query. */
  path: string
  /** One sentence about what was just done, shown once. */
  notice: string | null
}

export interface PageRequest {
  params: Record<string, string>
  query: URLSearchParams
  /** A text field of the form: NFC, control characters removed, trimmed; '' when absent. */
  field: (name: string) => string
  fields: (name: string) => string[]
  file: (name: string) => Upload | undefined
  /** All files under this name, in the order in which they were sent. */
  files: (name: string) => Upload[]
  /** The body as it came, of a `hook`; empty for all others. */
  raw: Buffer
  frame: Frame
  /** `''` when a public site is asked by its own host name, else `/situs/{agency}`: what its links begin with. */
  siteBase: string
  /** Scheme and host of this request, for absolute addresses in feeds. */
  origin: string
  /** The session's token, to end it. */
  session: string | null
  headers: Record<string, string | string[] | undefined>
  /** Client's address, for limits. */
  ip: string
}

/** What a page handler answers. `html` pages are functions of their data: they neither query nor decide. */
export type Reply =
  | { kind: 'html'; status: number; body: JSX.Element; headers?: Record<string, string> }
  | { kind: 'see-other'; to: string; notice?: string; cookie?: SessionCookie }
  | { kind: 'bytes'; type: string; body: Buffer | string; headers?: Record<string, string>; status?: number }

/** `null` signs out. */
export type SessionCookie = { token: string; expires: Date } | null

export const html = (body: JSX.Element, status = 200): Reply => ({ kind: 'html', status, body })

export const seeOther = (to: string, notice?: string): Reply =>
  notice === undefined ? { kind: 'see-other', to } : { kind: 'see-other', to, notice }

export const bytes = (type: string, body: Buffer | string, headers: Record<string, string> = {}): Reply => ({
  kind: 'bytes',
  type,
  body,
  headers,
})

/** A page at an address that is itself a secret: neither kept, nor found by a search, nor told to the next site. */
export const secretPage = (body: JSX.Element, status = 200): Reply => ({
  kind: 'html',
  status,
  body,
  headers: { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' },
})

/** The one mapping of refusals to pages: the same page again, with the input kept and the words beside the fields. */
export function refused(refusal: Refusal, again: (errors: FieldErrors) => JSX.Element): Reply {
  if (refusal.refusal === 'invalid') return html(again(refusal.errors), 422)
  return html(again({ '': refusal.reason }), refusal.refusal === 'conflict' ? 409 : 403)
}

export type PageHandler = (ctx: Ctx, request: PageRequest) => Promise<Reply | Refusal>

export interface PageRoute {
  kind: 'page'
  method: 'GET' | 'POST'
  path: Path
  access: Access
  handle: PageHandler
  /** False where a failed try must leave a trace (sign-in); else a form sent twice runs once. */
  once: boolean
  /** Forms from one network address in a minute; more are answered 429, with what was typed kept to be sent again. */
  perMinute?: number
  /** Called by a machine outside that proves itself by what it sends: see `hook`. */
  hook?: { bodyLimit: number }
  /** A form that pages of other sites may send too: it is then of nobody, whatever cookie came with it. */
  fromElsewhere?: boolean
  /** Kept in memory and answered without the database until `forget` is called for this key. */
  cache?: (request: { params: Record<string, string> }) => string
}

export interface ApiRoute {
  kind: 'api'
  method: 'GET' | 'POST' | 'PATCH'
  /** Below `/api/v1`, for example `/cases/:id`. */
  path: string
  access: Access
  summary: string
  query?: TSchema
  body?: TSchema
  /** Of the answer with status 200 (GET, PATCH) or 201 (POST). */
  answer: TSchema
  handle: (ctx: Ctx, request: ApiRequest) => Promise<unknown>
}

export interface ApiRequest {
  params: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: typed by `api()` from the schema of the route
  query: any
  // biome-ignore lint/suspicious/noExplicitAny: typed by `api()` from the schema of the route
  body: any
}

export type Route = PageRoute | ApiRoute

export const get = (
  path: Path,
  access: Access,
  handle: PageHandler,
  options: Pick<PageRoute, 'cache'> = {},
): PageRoute => ({
  kind: 'page',
  method: 'GET',
  path,
  access,
  handle,
  once: false,
  ...options,
})

/** A form: answers 303, or 422/409/403 with the same page. A form sent twice runs once. */
export const post = (
  path: Path,
  access: Access,
  handle: PageHandler,
  options: Partial<Pick<PageRoute, 'once' | 'perMinute' | 'fromElsewhere'>> = {},
): PageRoute => ({ kind: 'page', method: 'POST', path, access, handle, once: true, ...options })

/**
 * An address that another system calls: it has neither session nor form nor origin, and the handler must ask of the
 * `raw` body and the headers who sent it. A body above `bodyLimit` bytes is answered 413 unread.
 */
export const hook = (path: Path, options: { bodyLimit: number }, handle: PageHandler): PageRoute => ({
  kind: 'page',
  method: 'POST',
  path,
  access: 'anyone',
  handle,
  once: false,
  hook: options,
})

/** One operation of the API. The schema validates, types the handler, and writes `openapi.json`. */
export function api<Q extends TSchema, B extends TSchema, A extends TSchema>(definition: {
  method: ApiRoute['method']
  path: string
  access: Access
  summary: string
  query?: Q
  body?: B
  answer: A
  handle: (
    ctx: Ctx,
    request: { params: Record<string, string>; query: Static<Q>; body: Static<B> },
  ) => Promise<Static<A> | Refusal>
}): ApiRoute {
  return { kind: 'api', ...definition }
}
