import type { FastifyRequest } from 'fastify'
import { findSession } from '../auth/sessions.ts'
import { findTokenActor } from '../auth/tokens.ts'
import type { Actor, Ctx, Platform } from '../ctx.ts'
import type { Gate } from './gate.ts'

const nobody: Actor = { kind: 'public' }

/** Over https the `__Host-` name binds the cookie to this host; plain http cannot carry that name. */
export const sessionCookieName = (platform: Platform): string =>
  platform.config.baseUrl.startsWith('https:') ? '__Host-kentongan' : 'kentongan'

/** A context for one request, of nobody yet. */
export const publicCtx = (platform: Platform): Ctx => ({
  db: platform.db,
  actor: nobody,
  now: platform.clock(),
  platform,
})

/** The same context, acting as whoever the session cookie says; nobody when there is none or it has ended. */
export async function withSession(ctx: Ctx, request: FastifyRequest, gate: Gate): Promise<Ctx> {
  const token = request.cookies[sessionCookieName(ctx.platform)]
  const session = token ? await findSession(ctx, token) : null
  const actor = session && (await gate.actorOf(ctx, session.personId))
  return actor ? { ...ctx, actor } : ctx
}

/** The same context, acting as the bearer token says; null without a valid one. */
export async function withToken(ctx: Ctx, request: FastifyRequest): Promise<Ctx | null> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const actor = token ? await findTokenActor(ctx, token) : null
  return actor && { ...ctx, actor }
}
