import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx, Platform } from '../ctx.ts'
import { isRefusal, Missing, type Refusal } from '../refusal.ts'
import { publicCtx, withToken } from './actor.ts'
import type { Gate } from './gate.ts'
import { once } from './once.ts'
import type { ApiRoute } from './route.ts'
import { meansNothing } from './site-host.ts'

const base = '/api/v1'

/** An error as RFC 9457 wants it. */
interface Problem {
  type: 'about:blank'
  title: string
  status: number
  detail?: string
  errors?: Record<string, string>
}

const problem = (status: number, title: string, more: Pick<Problem, 'detail' | 'errors'> = {}): Problem => ({
  type: 'about:blank',
  title,
  status,
  ...more,
})

const send = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem))

/** Registers `/api/v1` and its description. */
export async function addApi(app: FastifyInstance, platform: Platform, gate: Gate, routes: readonly ApiRoute[]) {
  await app.register(async (api) => {
    await api.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Kentongan',
          version: '1',
          description: 'Situs, kanal, kasus, dan laporan bulanan perangkat daerah.',
        },
        servers: [{ url: platform.config.baseUrl }],
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        security: [{ token: [] }],
      },
    })
    await api.register(rateLimit, {
      max: 600,
      timeWindow: 60_000,
      keyGenerator: (request) => request.headers.authorization ?? request.ip,
      errorResponseBuilder: (_request, context) => problem(429, `Too many requests, try again in ${context.after}`),
    })
    api.setErrorHandler((error: FastifyError | Problem, request, reply) => sendError(error, request, reply))
    api.get(`${base}/openapi.json`, { schema: { hide: true } }, async () => api.swagger())
    for (const route of routes) addOperation(api, platform, gate, route)
    api.all(`${base}/*`, { schema: { hide: true } }, (_request, reply) => send(reply, problem(404, 'Not found')))
  })
}

/** Who asks, found before the body was read. */
const asking = new WeakMap<FastifyRequest, Ctx>()

function addOperation(api: FastifyInstance, platform: Platform, gate: Gate, route: ApiRoute): void {
  api.route({
    method: route.method,
    url: base + route.path,
    schema: {
      summary: route.summary,
      tags: [route.path.split('/')[1] ?? ''],
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      response: { [route.method === 'POST' ? 201 : 200]: route.answer },
    },
    // Who asks comes before what they sent: a stranger learns nothing of what would be valid.
    preValidation: async (request, reply) => {
      if (meansNothing(request)) return send(reply, problem(404, 'Not found'))
      const ctx = await withToken(publicCtx(platform), request)
      if (!ctx) return send(reply.header('www-authenticate', 'Bearer'), problem(401, 'A valid bearer token is needed'))
      if (route.access !== 'signed-in' && !gate.may(ctx.actor, route.access))
        return send(reply, problem(404, 'Not found'))
      asking.set(request, ctx)
      return undefined
    },
    handler: async (request, reply) => {
      const ctx = asking.get(request) ?? publicCtx(platform)
      const input = { params: request.params as Record<string, string>, query: request.query, body: request.body }
      const key = request.headers['idempotency-key']
      const result =
        route.method === 'GET' || typeof key !== 'string'
          ? await route.handle(ctx, input)
          : await once<unknown, unknown>(
              ctx,
              `api:${'id' in ctx.actor ? ctx.actor.id : ''}:${request.url}:${key}`,
              async (ctx) => {
                const outcome = await route.handle(ctx, input)
                return isRefusal(outcome) ? { done: false, outcome } : { done: true, outcome, answer: outcome }
              },
              (earlier) => earlier,
            )
      if (isRefusal(result)) return send(reply, refusalProblem(result))
      return reply.code(route.method === 'POST' ? 201 : 200).send(result)
    },
  })
}

function refusalProblem(refusal: Refusal): Problem {
  if (refusal.refusal === 'invalid') return problem(422, 'The input is not valid', { errors: refusal.errors })
  return refusal.refusal === 'forbidden'
    ? problem(403, 'Forbidden', { detail: refusal.reason })
    : problem(409, 'Conflict', { detail: refusal.reason })
}

function sendError(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if ('title' in error) return send(reply, error)
  if (error instanceof Missing) return send(reply, problem(404, 'Not found'))
  if (error.validation) {
    const errors = Object.fromEntries(
      error.validation.map(({ instancePath, params, message }) => [
        instancePath.slice(1) || String(params.missingProperty ?? ''),
        message ?? 'wrong',
      ]),
    )
    return send(reply, problem(422, 'The input is not valid', { errors }))
  }
  if (error.statusCode && error.statusCode < 500) return send(reply, problem(error.statusCode, error.message))
  request.log.error(error)
  return send(reply, problem(500, 'Something went wrong; nothing was changed'))
}
