import * as client from 'openid-client'
import type { Config } from '../platform/config.ts'
import type { Ctx, Platform } from '../platform/ctx.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { open, seal } from '../platform/secrets.ts'
import { peoplePaths } from './paths.ts'

/** Discovered once per process; asked again after a failure. */
const connections = new WeakMap<Platform, Promise<client.Configuration>>()

async function connect({ issuer, clientId, clientSecret }: NonNullable<Config['oidc']>): Promise<client.Configuration> {
  const server = new URL(issuer)
  const onThisMachine = server.protocol === 'http:' ? [client.allowInsecureRequests] : []
  const execute = [client.enableNonRepudiationChecks, ...onThisMachine]
  return client.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 })
}

/** The city's single sign-on. Throws when it cannot be reached or is not set up. */
export async function ssoOf({ platform }: Ctx): Promise<client.Configuration> {
  const { oidc } = platform.config
  if (oidc === null) throw new Error('single sign-on is not set up')
  const known = connections.get(platform)
  if (known) return known
  const made = connect(oidc)
  connections.set(platform, made)
  made.catch(() => connections.delete(platform))
  return made
}

export const returnAddress = ({ baseUrl }: Config): string => `${baseUrl}${peoplePaths.ssoReturn.href()}`

/** What this browser must bring back with the answer; sealed into its cookie, so that nobody else can. */
export interface Ticket {
  state: string
  nonce: string
  verifier: string
  /** Where to go afterwards. */
  to: string
  /** Milliseconds since 1970. */
  until: number
}

const lifetime = 10 * 60_000

export function readTicket(ctx: Ctx, text: string | null): Ticket | null {
  try {
    const ticket: Ticket = JSON.parse(open(ctx.platform.config.secretKey, text ?? ''))
    return ticket.until > ctx.now.getTime() ? ticket : null
  } catch {
    return null
  }
}

/** Where the browser goes to be recognised, and the cookie it takes along. PKCE, state and nonce bind the answer. */
export async function beginSso(
  ctx: Ctx,
  to: string,
): Promise<{ address: string; cookie: { token: string; expires: Date } } | Refusal> {
  const { config } = ctx.platform
  const until = ctx.now.getTime() + lifetime
  const ticket: Ticket = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    to,
    until,
  }
  try {
    const address = client.buildAuthorizationUrl(await ssoOf(ctx), {
      redirect_uri: returnAddress(config),
      scope: 'openid email profile',
      state: ticket.state,
      nonce: ticket.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(ticket.verifier),
      code_challenge_method: 'S256',
    })
    const token = seal(config.secretKey, JSON.stringify(ticket))
    return { address: address.href, cookie: { token, expires: new Date(until) } }
  } catch (error) {
    ctx.platform.log.error({ err: error }, 'single sign-on cannot be reached')
    return conflict('SSO Kota Bekasi sedang tidak dapat dihubungi. Masuk dengan kata sandi, atau coba lagi nanti.')
  }
}
