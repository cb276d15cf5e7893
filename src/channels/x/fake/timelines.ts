import { type Answer, invalidRequest, ok, problem } from './answer.ts'
import type { FakeRoute, UserCall } from './call.ts'
import type { FakeTweet } from './fake-state.ts'
import { includes, renderTweet, renderUser } from './render-tweet.ts'
import { newer } from './snowflake.ts'
import { findTweet, findUser, type Town } from './town.ts'

const number = /^\d{1,19}$/

/** Mentions of an account: named by hand or by X, replies to it and quotes of it. */
function mentions(town: Town, userId: string): FakeTweet[] {
  const quotes = (tweet: FakeTweet) => tweet.quoted !== null && findTweet(town, tweet.quoted)?.authorId === userId
  return town.state.tweets.filter(
    (tweet) => tweet.explicit.includes(userId) || tweet.implicit.includes(userId) || quotes(tweet),
  )
}

const own = (town: Town, userId: string): FakeTweet[] => town.state.tweets.filter((tweet) => tweet.authorId === userId)

function refuse({ query }: UserCall): Answer | undefined {
  const size = query.get('max_results')
  if (size !== null && !(/^\d+$/.test(size) && Number(size) >= 5 && Number(size) <= 100))
    return invalidRequest(
      { max_results: [size] },
      `The \`max_results\` query parameter value [${size}] is not between 5 and 100`,
    )
  for (const name of ['since_id', 'until_id', 'pagination_token'])
    if (query.has(name) && !number.test(query.get(name) ?? ''))
      return invalidRequest(
        { [name]: [query.get(name) ?? ''] },
        `The \`${name}\` query parameter value is not a valid id`,
      )
  const start = query.get('start_time')
  if (start !== null && Number.isNaN(Date.parse(start)))
    return invalidRequest({ start_time: [start] }, 'The `start_time` query parameter value is not a valid instant')
  return undefined
}

function page(call: UserCall, all: FakeTweet[], reach: number): Answer {
  const refusal = refuse(call)
  if (refusal) return refusal
  const { town, query } = call
  if (!findUser(town, call.params.id ?? '')) return problem(404)
  const after = (id: string, mark: string | null) => mark === null || BigInt(id) > BigInt(mark)
  const before = (id: string, mark: string | null) => mark === null || BigInt(id) < BigInt(mark)
  const start = query.get('start_time')
  const reachable = [...all].sort(newer).slice(0, reach)
  const fitting = reachable.filter(
    ({ id, createdAt }) =>
      after(id, query.get('since_id')) &&
      before(id, query.get('until_id')) &&
      before(id, query.get('pagination_token')) &&
      (start === null || Date.parse(createdAt) >= Date.parse(start)),
  )
  const shown = fitting.slice(0, Number(query.get('max_results') ?? 10))
  if (shown.length === 0) return ok({ meta: { result_count: 0 } })
  const oldest = shown.at(-1)?.id
  return ok({
    data: shown.map((tweet) => renderTweet(town, tweet, query)),
    ...includes(town, shown, query),
    meta: {
      result_count: shown.length,
      newest_id: shown[0]?.id,
      oldest_id: oldest,
      ...(fitting.length > shown.length ? { next_token: oldest } : {}),
    },
  })
}

const me = ({ user }: UserCall): Answer => ok({ data: renderUser(user) })

function byUsername({ town, params }: UserCall): Answer {
  const handle = (params.username ?? '').toLowerCase()
  const found = town.state.users.find((user) => user.username.toLowerCase() === handle)
  return found ? ok({ data: renderUser(found) }) : problem(404)
}

export const timelineRoutes: FakeRoute[] = [
  { method: 'GET', path: '/2/users/me', limit: 75, scope: 'users.read', handle: me },
  { method: 'GET', path: '/2/users/by/username/:username', limit: 900, scope: 'users.read', handle: byUsername },
  {
    method: 'GET',
    path: '/2/users/:id/mentions',
    limit: 300,
    scope: 'tweet.read',
    handle: (call) => page(call, mentions(call.town, call.params.id ?? ''), 800),
  },
  {
    method: 'GET',
    path: '/2/users/:id/tweets',
    limit: 900,
    scope: 'tweet.read',
    handle: (call) => page(call, own(call.town, call.params.id ?? ''), 3200),
  },
]
