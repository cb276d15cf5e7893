import { createHash, randomBytes } from 'node:crypto'
import { callX, type XConnection } from './call-x.ts'
import type { XAnswer } from './x-error.ts'

const scopes = 'tweet.read tweet.write users.read media.write tweet.moderate.write offline.access'

export interface Tokens {
  accessToken: string
  refreshToken: string
  expires: Date
}

/** Random text for `state` (32 bytes) and the PKCE verifier (43 characters, RFC 7636). */
export const randomText = (): string => randomBytes(32).toString('base64url')

/** Where the account's owner says yes. */
export function authorizeUrl(
  x: XConnection,
  attempt: { state: string; verifier: string; redirectUri: string },
): string {
  const url = new URL(x.authorizeUrl)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: x.clientId,
    redirect_uri: attempt.redirectUri,
    scope: scopes,
    state: attempt.state,
    code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return url.href
}

/** Trades a code for tokens; X's codes live 30 seconds and work once. */
export const redeemCode = (
  x: XConnection,
  attempt: { code: string; verifier: string; redirectUri: string },
): Promise<XAnswer<Tokens>> =>
  askToken(x, {
    grant_type: 'authorization_code',
    code: attempt.code,
    redirect_uri: attempt.redirectUri,
    code_verifier: attempt.verifier,
  })

/** A new pair; the old refresh token is dead from now on, also when the answer is lost. */
export const refreshTokens = (x: XConnection, refreshToken: string): Promise<XAnswer<Tokens>> =>
  askToken(x, { grant_type: 'refresh_token', refresh_token: refreshToken })

/** Gives the app's access back to X. */
export const revokeToken = (x: XConnection, token: string): Promise<XAnswer<unknown>> =>
  callX(x, { ...form(x, { token, token_type_hint: 'refresh_token' }), path: '/2/oauth2/revoke' })

function form(x: XConnection, fields: Record<string, string>) {
  const basic = Buffer.from(`${encodeURIComponent(x.clientId)}:${encodeURIComponent(x.clientSecret)}`).toString(
    'base64',
  )
  return {
    method: 'POST' as const,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  }
}

async function askToken(x: XConnection, fields: Record<string, string>): Promise<XAnswer<Tokens>> {
  const answer = await callX(x, { ...form(x, fields), path: x.tokenUrl })
  if (!answer.ok) {
    const dead = answer.error.kind === 'refused' && answer.error.status === 400
    return dead ? { ok: false, error: { kind: 'unauthorized' } } : answer
  }
  const { access_token, refresh_token, expires_in } = answer.value as Record<string, unknown>
  if (typeof access_token !== 'string' || typeof refresh_token !== 'string')
    return { ok: false, error: { kind: 'refused', status: 200, reason: 'no refresh token (scope offline.access)' } }
  const seconds = typeof expires_in === 'number' ? expires_in : 7200
  const expires = new Date(x.clock().getTime() + seconds * 1000)
  return { ok: true, value: { accessToken: access_token, refreshToken: refresh_token, expires } }
}
