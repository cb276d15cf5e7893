import { type Answer, noCredit, problem } from './answer.ts'
import { type Call, type FakeRoute, fits } from './call.ts'
import { bearer } from './oauth.tsx'
import { priceOf } from './price.ts'
import type { rateLimits } from './rate-limit.ts'
import { findUser } from './town.ts'

/** Finds the route, then asks in X's order: token, rate limit, credit; then lets the route answer. */
export function serveCall(routes: readonly FakeRoute[], call: Call, limited: ReturnType<typeof rateLimits>): Answer {
  for (const route of routes) {
    const params = route.method === call.method ? fits(route.path, call.path) : undefined
    if (!params) continue
    if (route.open) return route.handle({ ...call, params })
    const { town } = call
    const owner = bearer(town, call.headers.authorization, route.scope)
    if (!('userId' in owner)) return owner
    const user = findUser(town, owner.userId)
    if (!user) return problem(401)
    const { headers, over } = limited(`${user.id} ${route.method} ${route.path}`, route.limit, town.now())
    if (over) return { ...over, headers }
    if (town.state.credits !== null && town.state.credits <= 0) return { ...noCredit(), headers }
    const answer = route.handle({ ...call, params, user })
    if (town.state.credits !== null) town.state.credits -= priceOf(call, answer)
    return { ...answer, headers: { ...headers, ...answer.headers } }
  }
  return problem(404)
}
