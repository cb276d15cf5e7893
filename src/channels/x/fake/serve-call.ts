import { type Answer, noCredit, problem, suspended } from './answer.ts'
import { type AppCall, type Call, type FakeRoute, fits } from './call.ts'
import { charge } from './charge.ts'
import { bearer, type FakeClient } from './oauth.tsx'
import type { rateLimits } from './rate-limit.ts'
import { findUser } from './town.ts'

interface Serving {
  routes: readonly FakeRoute[]
  client: FakeClient
  limited: ReturnType<typeof rateLimits>
  /** Hears of every call that came although its window was full. */
  tooMany: (call: Call) => void
}

/** Finds the route, then asks in X's order: token, rate limit, credit; then lets the route answer and charges for it. */
export async function serveCall({ routes, client, limited, tooMany }: Serving, given: Call): Promise<Answer> {
  for (const route of routes) {
    const params = route.method === given.method ? fits(route.path, given.path) : undefined
    if (!params) continue
    const call = { ...given, params }
    if (route.auth === 'open') return route.handle(call)
    const owner = ownerOf(route, client, call)
    if ('status' in owner) return owner
    const { town } = call
    const who = owner.user?.id ?? 'app'
    const appPerDay = 'appPerDay' in route ? route.appPerDay : undefined
    const { headers, over } = limited(
      `${route.method} ${route.path}`,
      { who, limit: route.limit, appPerDay },
      town.now(),
    )
    if (over) {
      tooMany(call)
      return { ...over, headers }
    }
    if (town.state.credits !== null && town.state.credits <= 0) return { ...noCredit(), headers }
    if (owner.user?.suspended) return { ...suspended(), headers }
    const answer = await route.handle({ ...call, user: owner.user } as AppCall & { user: never })
    charge({ ...call, user: owner.user }, client, answer)
    return { ...answer, headers: { ...headers, ...answer.headers } }
  }
  return problem(404)
}

function ownerOf(
  route: Exclude<FakeRoute, { auth: 'open' }>,
  client: FakeClient,
  call: Call,
): Pick<AppCall, 'user'> | Answer {
  const { town, headers } = call
  const app = headers.authorization === `Bearer ${client.bearerToken}`
  if (app) return route.auth === 'app' || route.auth === 'app-or-user' ? { user: undefined } : problem(403, wrongToken)
  if (route.auth === 'app') return headers.authorization ? problem(403, wrongToken) : problem(401)
  const owner = bearer(town, headers.authorization, 'scope' in route ? route.scope : 'tweet.read')
  if (!('userId' in owner)) return owner
  const user = findUser(town, owner.userId)
  return user ? { user } : problem(401)
}

const wrongToken = 'Authenticating with this kind of token is forbidden for this endpoint. Unsupported Authentication'
