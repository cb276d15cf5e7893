import type { FastifyInstance } from 'fastify'
import type { Platform } from '../ctx.ts'
import { Missing } from '../refusal.ts'
import { publicCtx } from './actor.ts'
import type { Gate } from './gate.ts'
import { answer, message, readRequest, settled } from './page-routes.tsx'
import type { PageRoute } from './route.ts'

/** Registers addresses that machines call. They get the body as bytes, whatever it says it is. */
export async function addHooks(
  app: FastifyInstance,
  platform: Platform,
  gate: Gate,
  routes: readonly PageRoute[],
): Promise<void> {
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const { path, handle, hook } of routes)
      inner.route({
        method: 'POST',
        url: path.pattern,
        ...(hook && { bodyLimit: hook.bodyLimit }),
        handler: async (request, reply) => {
          const ctx = publicCtx(platform)
          const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
          const page = { ...readRequest(ctx, gate, request), raw }
          try {
            return answer(reply, ctx, settled(page, await handle(ctx, page)))
          } catch (error) {
            if (!(error instanceof Missing)) throw error
            return answer(reply, ctx, message(page, 'missing', 404))
          }
        },
      })
  })
}
