import { createHash, randomBytes } from 'node:crypto'
import { type Answer, ok, problem, seeOther } from './answer.ts'
import { type Call, type FakeRoute, text } from './call.ts'
import { ConsentPage, RefusedPage } from './consent-page.tsx'
import type { FakeToken } from './fake-state.ts'
import { page } from './page.tsx'
import { type Town, userOf } from './town.ts'

export interface FakeClient {
  id: string
  secret: string
  /** The app's own token, for webhooks, subscriptions and usage. */
  bearerToken?: string
  /** Signs what is pushed. */
  consumerSecret?: string
  /** Handle of the account that owns the app: it reads its own things for less. */
  owner?: string
}

interface Grant {
  userId: string
  redirectUri: string
  scope: string
  challenge: string
  /** Instant in milliseconds after which the code is dead: 30 seconds, as X has it. */
  expires: number
}

const secret = () => randomBytes(32).toString('base64url')

/** All that Kentongan asks for. */
export const allScopes = 'tweet.read tweet.write users.read media.write tweet.moderate.write offline.access'

/** Gives out a token pair; X's access tokens live two hours. */
export function issueToken(town: Town, userId: string, scope: string): FakeToken {
  const token: FakeToken = {
    access: secret(),
    refresh: scope.split(' ').includes('offline.access') ? secret() : null,
    userId,
    scope,
    expires: new Date(town.now().getTime() + 7_200_000).toISOString(),
  }
  town.state.tokens.push(token)
  return token
}

const tokenAnswer = ({ access, refresh, scope }: FakeToken): Answer =>
  ok({
    token_type: 'bearer',
    expires_in: 7200,
    access_token: access,
    scope,
    ...(refresh === null ? {} : { refresh_token: refresh }),
  })

const refused = (description: string, status = 400, error = 'invalid_request'): Answer => ({
  status,
  json: { error, error_description: description },
})

function wrongRequest({ query }: Call, client: FakeClient): string | undefined {
  if (query.get('client_id') !== client.id) return 'client_id tidak dikenal'
  if (query.get('response_type') !== 'code') return 'response_type harus "code"'
  if (!query.get('redirect_uri')) return 'redirect_uri tidak ada'
  if (!query.get('state') || (query.get('state') ?? '').length > 500) return 'state tidak ada atau terlalu panjang'
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) return 'PKCE S256 tidak ada'
  return undefined
}

/** Authorization code with PKCE (S256) for one confidential client, as `x.com` and `api.x.com` speak it. */
export function oauthRoutes(client: FakeClient): FakeRoute[] {
  const codes = new Map<string, Grant>()

  function ask(call: Call): Answer {
    const wrong = wrongRequest(call, client)
    if (wrong) return { ...page(<RefusedPage reason={wrong} />), status: 400 }
    return page(<ConsentPage query={call.query} users={call.town.state.users} />)
  }

  function decide(call: Call): Answer {
    const wrong = wrongRequest(call, client)
    if (wrong) return { ...page(<RefusedPage reason={wrong} />), status: 400 }
    const { query, town } = call
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('state', query.get('state') ?? '')
    const handle = (text(call, 'other') || text(call, 'account')).replace(/^@/, '')
    if (text(call, 'decision') !== 'allow' || !/^\w{1,15}$/.test(handle)) {
      back.searchParams.set('error', 'access_denied')
      return seeOther(back.href)
    }
    const code = secret()
    codes.set(code, {
      userId: userOf(town, handle, true).id,
      redirectUri: query.get('redirect_uri') ?? '',
      scope: query.get('scope') ?? '',
      challenge: query.get('code_challenge') ?? '',
      expires: town.now().getTime() + 30_000,
    })
    back.searchParams.set('code', code)
    return seeOther(back.href)
  }

  const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`
  const isClient = (call: Call): boolean => call.headers.authorization === basic

  function redeem(call: Call): Answer {
    const code = text(call, 'code')
    const grant = codes.get(code)
    codes.delete(code)
    if (!grant || grant.expires <= call.town.now().getTime())
      return refused('Value passed for the authorization code was invalid.')
    if (grant.redirectUri !== text(call, 'redirect_uri'))
      return refused('Value passed for the redirect uri did not match the uri of the authorization code.')
    const challenge = createHash('sha256').update(text(call, 'code_verifier')).digest('base64url')
    if (challenge !== grant.challenge)
      return refused('Value passed for the code verifier did not match the code challenge.')
    return tokenAnswer(issueToken(call.town, grant.userId, grant.scope))
  }

  function refresh(call: Call): Answer {
    const old = call.town.state.tokens.find(
      ({ refresh }) => refresh !== null && refresh === text(call, 'refresh_token'),
    )
    if (!old) return refused('Value passed for the token was invalid.')
    old.refresh = null
    return tokenAnswer(issueToken(call.town, old.userId, old.scope))
  }

  function token(call: Call): Answer {
    if (!isClient(call)) return refused('Missing valid authorization header', 401, 'unauthorized_client')
    const grant = text(call, 'grant_type')
    if (grant === 'authorization_code') return redeem(call)
    if (grant === 'refresh_token') return refresh(call)
    return refused(`Grant type [${grant}] is not supported.`, 400, 'unsupported_grant_type')
  }

  function revoke(call: Call): Answer {
    if (!isClient(call)) return refused('Missing valid authorization header', 401, 'unauthorized_client')
    const { state } = call.town
    const dead = text(call, 'token')
    state.tokens = state.tokens.filter(({ access, refresh }) => access !== dead && refresh !== dead)
    return ok({ revoked: true })
  }

  return [
    { method: 'GET', path: '/i/oauth2/authorize', auth: 'open', handle: ask },
    { method: 'POST', path: '/i/oauth2/authorize', auth: 'open', handle: decide },
    { method: 'POST', path: '/2/oauth2/token', auth: 'open', handle: token },
    { method: 'POST', path: '/2/oauth2/revoke', auth: 'open', handle: revoke },
  ]
}

/** The owner of a live access token that covers `scope`. */
export function bearer(town: Town, header: string | undefined, scope: string): { userId: string } | Answer {
  const access = header?.match(/^Bearer (.+)$/)?.[1]
  const token = town.state.tokens.find((one) => one.access === access)
  if (!token || Date.parse(token.expires) <= town.now().getTime()) return problem(401)
  if (!token.scope.split(' ').includes(scope)) return problem(403, 'Your client does not have the required scope.')
  return token
}
