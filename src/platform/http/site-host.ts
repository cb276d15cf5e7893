import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Gate } from './gate.ts'

/** Requests that came by the host name of an agency's own site. */
const byHost = new WeakSet<IncomingMessage>()
const unknown = new WeakSet<IncomingMessage>()

/** Addresses that mean the same on every host. */
const everywhere = /^\/(aset|media|healthz|readyz)(\/|$)/

/**
 * Public sites are served by host name and under `/situs/{agency}`. Inside there is only the second form: this
 * rewrites the first into it, before routing.
 */
export function rewriteHost(gate: Gate, baseUrl: string): (request: IncomingMessage) => string {
  const own = new Set([new URL(baseUrl).hostname, 'localhost'])
  return (request) => {
    const url = request.url ?? '/'
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (own.has(host) || isIP(host.replace(/^\[|\]$/g, '')) || host === '' || everywhere.test(url)) return url
    const agency = gate.agencyAt(host.replace(/^www\./, ''))
    if (agency === undefined) {
      unknown.add(request)
      return url
    }
    byHost.add(request)
    return `/situs/${agency}${url === '/' ? '' : url}`
  }
}

/** A host name that is neither ours nor an agency's. */
export const isUnknownHost = (request: FastifyRequest): boolean => unknown.has(request.raw)

/** An address with a NUL in it: the database has no text with one, so nothing is there. */
export const meansNothing = (request: FastifyRequest): boolean => request.url.includes('%00')

/** How the links of a public site begin in this request, and its scheme and host. */
export function addressOf(request: FastifyRequest): { siteBase: string; origin: string } {
  const agency = (request.params as { agency?: string } | undefined)?.agency
  return {
    siteBase: byHost.has(request.raw) || agency === undefined ? '' : `/situs/${agency}`,
    origin: `${request.protocol}://${request.host}`,
  }
}
