import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx, Platform } from '../ctx.ts'
import { isRefusal, Missing, type Refusal } from '../refusal.ts'
import { renderDocument } from '../ui/document.tsx'
import { publicCtx, sessionCookieName, withSession } from './actor.ts'
import type { Gate } from './gate.ts'
import { BrokenPage, MessagePage, messages, SessionEndedPage, TooManyPage } from './message-page.tsx'
import { once } from './once.ts'
import { etagOf } from './page-cache.ts'
import { type FormInput, readForm } from './read-form.ts'
import { html, type PageRequest, type PageRoute, type Reply, seeOther } from './route.ts'
import { addressOf } from './site-host.ts'

const noticeCookie = 'pesan'
const noForm: FormInput = { texts: new Map(), files: new Map() }

/** Registers one page or form. The order is always: who, may they, what did they send, run it, answer. */
export function addPage(app: FastifyInstance, platform: Platform, gate: Gate, route: PageRoute): void {
  const slowDown = route.perMinute ? app.createRateLimit({ max: route.perMinute, timeWindow: 60_000 }) : undefined
  app.route({
    method: route.method,
    url: route.path.pattern,
    ...(route.method === 'POST' &&
      route.access === 'anyone' && { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }),
    handler: async (request, reply) => {
      const sent = readOnce(request)
      try {
        return await serve(request, reply, sent)
      } catch (error) {
        if (!maySendAgain(route) || isTheirs(error)) throw error
        return answer(reply, publicCtx(platform), await broken(platform, gate, request, sent, error))
      }
    },
  })

  async function serve(request: FastifyRequest, reply: FastifyReply, sent: Sent): Promise<FastifyReply> {
    const unsigned = publicCtx(platform)
    const ctx = route.cache || route.fromElsewhere ? unsigned : await withSession(unsigned, request, gate)
    const page = readRequest(ctx, gate, request)
    try {
      if (route.method === 'POST' && !route.fromElsewhere && cameFromElsewhere(request))
        return answer(reply, ctx, foreign(page))
      const form = route.method === 'POST' ? await sent() : noForm
      const limit = await slowDown?.(request)
      if (limit && !limit.isAllowed && limit.isExceeded) {
        reply.header('retry-after', String(limit.ttlInSeconds))
        return answer(
          reply,
          ctx,
          html(<TooManyPage frame={page.frame} action={page.frame.path} fields={form.texts} />, 429),
        )
      }
      const stopped = refuseEntry(ctx, gate, route, page, form)
      if (stopped) return answer(reply, ctx, stopped)
      const since = route.cache && platform.pages.generation(route.cache(page))
      const result = await run(ctx, route, withForm(page, form))
      if (since !== undefined) return keep(reply, platform, request, route, page, since, result)
      return answer(reply, ctx, settled(page, result))
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      return answer(reply, ctx, message(page, 'missing', 404))
    }
  }
}

/** The form of a request, read when first asked for. */
type Sent = () => Promise<FormInput>

function readOnce(request: FastifyRequest): Sent {
  let form: Promise<FormInput> | undefined
  return () => (form ??= readForm(request))
}

/** Forms that run once however often they are sent, and the citizen's, which looks for itself whether it has it. */
const maySendAgain = ({ method, once, perMinute }: PageRoute): boolean =>
  method === 'POST' && (once || perMinute !== undefined)

/** Theirs to mend, as a form that is too large. */
const isTheirs = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500

/** We failed while a form was on its way, as when the database goes away: what was written comes back with the page. */
async function broken(
  platform: Platform,
  gate: Gate,
  request: FastifyRequest,
  sent: Sent,
  error: unknown,
): Promise<Reply> {
  const page = readRequest(publicCtx(platform), gate, request)
  if (cameFromElsewhere(request)) return foreign(page)
  platform.log.error({ err: error, url: request.url }, 'request failed')
  const { texts } = await sent()
  // A page is no place for secrets.
  if ([...texts.keys()].some((name) => /password|token/i.test(name))) return message(page, 'broken', 500)
  return html(<BrokenPage frame={page.frame} action={page.frame.path} fields={texts} />, 500)
}

function refuseEntry(ctx: Ctx, gate: Gate, route: PageRoute, page: PageRequest, form: FormInput): Reply | undefined {
  if (route.access === 'anyone') return undefined
  if (ctx.actor.kind === 'public') {
    if (route.method === 'POST')
      return html(<SessionEndedPage frame={page.frame} action={page.frame.path} fields={form.texts} />, 401)
    return seeOther(`${gate.signInPath}?ke=${encodeURIComponent(page.frame.path)}`)
  }
  if (route.access === 'signed-in' || gate.may(ctx.actor, route.access)) return undefined
  return route.method === 'GET' ? message(page, 'missing', 404) : message(page, 'forbidden', 403)
}

/** A form that carries `_once` runs once; sent again it gets the first answer. */
async function run(ctx: Ctx, route: PageRoute, page: PageRequest): Promise<Reply | Refusal> {
  const key = route.once ? page.field('_once') : ''
  if (!key) return route.handle(ctx, page)
  return once<Reply | Refusal, { to: string; notice?: string }>(
    ctx,
    `form:${'id' in ctx.actor ? ctx.actor.id : ''}:${page.frame.path}:${key}`,
    async (ctx) => {
      const outcome = await route.handle(ctx, page)
      if (isRefusal(outcome) || outcome.kind !== 'see-other') return { done: false, outcome }
      const { to, notice } = outcome
      return { done: true, outcome, answer: notice === undefined ? { to } : { to, notice } }
    },
    ({ to, notice }) => seeOther(to, notice),
  )
}

/** A refusal that the handler did not draw itself, as a page of its own. */
export function settled(page: PageRequest, result: Reply | Refusal): Reply {
  if (!isRefusal(result)) return result
  const status = { invalid: 422, forbidden: 403, conflict: 409 }[result.refusal]
  const text = result.refusal === 'invalid' ? Object.values(result.errors).join(' ') : result.reason
  return html(<MessagePage frame={page.frame} title="Belum dapat diproses" text={text} />, status)
}

export const message = (page: Pick<PageRequest, 'frame'>, name: keyof typeof messages, status: number): Reply =>
  html(<MessagePage frame={page.frame} {...messages[name]} />, status)

const foreign = (page: PageRequest): Reply => message(page, 'foreign', 403)

/**
 * Whether another site's page made the browser send this form. Browsers say so themselves (Fetch Metadata, Origin);
 * what says neither is no browser and carries no cookie of ours by itself (SameSite=Lax).
 */
function cameFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.origin
  return origin !== undefined && origin !== 'null' && new URL(origin).host !== request.host
}

/** A request that the router could not even read has met no plug-in: it has no cookies yet. */
const cookiesOf = (request: FastifyRequest): Partial<Record<string, string>> => request.cookies ?? {}

export function readRequest(ctx: Ctx, gate: Gate, request: FastifyRequest): PageRequest {
  const { origin, siteBase } = addressOf(request)
  const cookies = cookiesOf(request)
  const path = request.originalUrl.split('?', 1)[0] ?? '/'
  return {
    params: request.params as Record<string, string>,
    query: new URL(request.url, 'http://x').searchParams,
    field: () => '',
    fields: () => [],
    file: () => undefined,
    files: () => [],
    raw: Buffer.alloc(0),
    frame: {
      person: ctx.actor.kind === 'person' ? ctx.actor.name : null,
      may: (action) => gate.may(ctx.actor, action),
      path,
      notice: cookies[noticeCookie] ?? null,
    },
    siteBase,
    origin,
    session: cookies[sessionCookieName(ctx.platform)] ?? null,
    headers: request.headers,
    ip: request.ip,
  }
}

const withForm = (page: PageRequest, form: FormInput): PageRequest => ({
  ...page,
  field: (name) => form.texts.get(name)?.at(-1) ?? '',
  fields: (name) => form.texts.get(name) ?? [],
  file: (name) => form.files.get(name)?.at(-1),
  files: (name) => form.files.get(name) ?? [],
})

/** Sends a reply, and keeps it for the next reader when it is a whole page of a public site. */
function keep(
  reply: FastifyReply,
  platform: Platform,
  request: FastifyRequest,
  route: PageRoute,
  page: PageRequest,
  since: number,
  result: Reply | Refusal,
): FastifyReply {
  const ready = settled(page, result)
  if (ready.kind === 'see-other' || (ready.status ?? 200) !== 200 || request.url.includes('?'))
    return answer(reply, publicCtx(platform), ready)
  const body = Buffer.from(ready.kind === 'html' ? renderDocument(ready.body) : ready.body)
  const type = ready.kind === 'html' ? 'text/html; charset=utf-8' : ready.type
  const etag = etagOf(body)
  reply.headers({
    'content-type': type,
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    ...(ready.kind === 'bytes' && ready.headers),
  })
  const headers = Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
  platform.pages.keep(cacheKey(request), route.cache?.(page) ?? '', since, { body, headers, etag })
  return reply.send(body)
}

export const cacheKey = (request: FastifyRequest): string => `${request.headers.host} ${request.url}`

export function answer(reply: FastifyReply, ctx: Ctx, result: Reply): FastifyReply {
  const { platform } = ctx
  const secure = platform.config.baseUrl.startsWith('https:')
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (result.kind === 'see-other') {
    if (result.notice !== undefined) reply.setCookie(noticeCookie, result.notice, { ...cookie, maxAge: 60 })
    if (result.cookie) reply.setCookie(sessionCookieName(platform), result.cookie.token, cookie)
    if (result.cookie === null) reply.clearCookie(sessionCookieName(platform), cookie)
    return reply.code(303).header('location', result.to).header('cache-control', 'no-store').send()
  }
  if (result.kind === 'bytes') {
    reply.code(result.status ?? 200).type(result.type)
    if (!result.headers?.['cache-control']) reply.header('cache-control', 'private, no-store')
    return reply.headers(result.headers ?? {}).send(result.body)
  }
  if (cookiesOf(reply.request)[noticeCookie] !== undefined) reply.clearCookie(noticeCookie, cookie)
  reply.code(result.status).type('text/html; charset=utf-8').header('cache-control', 'private, no-store')
  if (result.headers) reply.headers(result.headers)
  return reply.send(renderDocument(result.body))
}
