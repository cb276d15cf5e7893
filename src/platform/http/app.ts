import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import type { Config } from '../config.ts'
import type { Platform } from '../ctx.ts'
import { assets } from '../ui/assets.ts'
import { publicCtx } from './actor.ts'
import { addApi } from './api-routes.ts'
import type { Gate } from './gate.ts'
import { addHealth, type Readiness } from './health.ts'
import { addHooks } from './hook-routes.ts'
import type { messages } from './message-page.tsx'
import { addPage, answer, cacheKey, message, readRequest } from './page-routes.tsx'
import { isUnknownHost, meansNothing, rewriteHost } from './site-host.ts'

/** The whole web side: plug-ins, then our routes. Reads as a list, in the order a request meets it. */
export async function createApp(platform: Platform, gate: Gate, readiness: Readiness): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
    bodyLimit: 16 * 1024 * 1024,
    rewriteUrl: rewriteHost(gate, platform.config.baseUrl),
    frameworkErrors: (_error, request, reply) =>
      void sayer(platform, gate)('missing', 404)(request as never, reply as never),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  })
  answerFromMemory(app, platform)
  await app.register(helmet, securityHeaders(platform.config))
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 6 * 1024 * 1024 })
  await app.register(multipart, { throwFileSizeLimit: false })
  await app.register(rateLimit, { global: false })
  addMessages(app, platform, gate)
  addHealth(app, readiness)
  addAssets(app)
  const routes = platform.areas.flatMap((area) => area.routes)
  const pages = routes.filter((route) => route.kind === 'page')
  for (const route of pages) if (!route.hook) addPage(app, platform, gate, route)
  await addHooks(
    app,
    platform,
    gate,
    pages.filter(({ hook }) => hook !== undefined),
  )
  await addApi(
    app,
    platform,
    gate,
    routes.filter((route) => route.kind === 'api'),
  )
  return app
}

/** A public page that did not change since it was last drawn costs neither routing nor database. */
function answerFromMemory(app: FastifyInstance, platform: Platform): void {
  app.addHook('onRequest', (request, reply, next) => {
    const page = request.method === 'GET' ? platform.pages.find(cacheKey(request)) : undefined
    if (!page) return next()
    reply.hijack()
    const same = request.headers['if-none-match'] === page.etag
    reply.raw.writeHead(same ? 304 : 200, same ? page.headers : { ...page.headers, 'content-length': page.body.length })
    reply.raw.end(same ? undefined : page.body)
  })
}

const securityHeaders = ({ baseUrl, x }: Config): object => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      // Connecting an account is a form of ours that ends at X: browsers follow this rule through redirects.
      formAction: ["'self'", new URL(x.authorizeUrl).origin],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
  },
  strictTransportSecurity: baseUrl.startsWith('https:') && { maxAge: 31_536_000 },
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: { policy: 'same-site' },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
})

/** Answers a request that reached no route of ours. */
const sayer =
  (platform: Platform, gate: Gate) =>
  (name: keyof typeof messages, status: number) =>
  (request: never, reply: never) => {
    const ctx = publicCtx(platform)
    return answer(reply, ctx, message(readRequest(ctx, gate, request), name, status))
  }

function addMessages(app: FastifyInstance, platform: Platform, gate: Gate): void {
  const say = sayer(platform, gate)
  app.addHook('onRequest', (request, reply, next) => {
    if (isUnknownHost(request)) say('unknownHost', 404)(request as never, reply as never)
    else if (meansNothing(request) && !request.url.startsWith('/api/')) reply.callNotFound()
    else next()
  })
  app.setNotFoundHandler((request, reply) => say('missing', 404)(request as never, reply as never))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const name = error.statusCode === 413 ? 'tooLarge' : error.statusCode === 429 ? 'tooMany' : 'broken'
    if (name === 'broken') platform.log.error({ err: error, url: request.url }, 'request failed')
    return say(name, error.statusCode && error.statusCode < 500 ? error.statusCode : 500)(
      request as never,
      reply as never,
    )
  })
}

function addAssets(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>('/aset/:file', (request, reply) => {
    const asset = assets().files.get(request.params.file)
    if (!asset) return reply.callNotFound()
    return reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').send(asset.body)
  })
}
