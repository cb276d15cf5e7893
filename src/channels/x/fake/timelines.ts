import { type Answer, invalidRequest, ok, problem } from './answer.ts'
import type { FakeRoute, UserCall } from './call.ts'
import type { FakeTweet } from './fake-state.ts'
import { includes, renderTweet, renderUser } from './render-tweet.ts'
import { newer } from './snowflake.ts'
import { findHandle, findTweet, findUser, isVisible, type Town } from './town.ts'

const number = /^\d{1,19}$/

/** Whether this post belongs into the account's mentions: it names it, X put its name there, or it quotes it. */
export function mentionsUser(town: Town, tweet: FakeTweet, userId: string): boolean {
  if (tweet.explicit.includes(userId) || tweet.implicit.includes(userId)) return true
  return tweet.quoted !== null && findTweet(town, tweet.quoted)?.authorId === userId
}

const isPresent = ({ editedInto }: FakeTweet): boolean => editedInto === undefined

const mentions = (town: Town, userId: string, reader: string): FakeTweet[] =>
  town.state.tweets.filter(
    (tweet) =>
      isPresent(tweet) && !tweet.reposted && mentionsUser(town, tweet, userId) && isVisible(town, tweet, reader),
  )

const own = (town: Town, userId: string, reader: string): FakeTweet[] =>
  town.state.tweets.filter((tweet) => tweet.authorId === userId && isPresent(tweet) && isVisible(town, tweet, reader))

const week = 7 * 86_400_000

/** Only the one search the product makes: a whole conversation of the last seven days. */
function search(call: UserCall): Answer {
  const { town, query, user } = call
  const conversation = /^conversation_id:(\d+)$/.exec(query.get('query') ?? '')?.[1]
  if (!conversation) return invalidRequest({ query: [query.get('query') ?? ''] }, 'The query is not understood')
  const since = town.now().getTime() - week
  const found = town.state.tweets.filter(
    (tweet) =>
      tweet.conversationId === conversation &&
      tweet.id !== conversation &&
      isPresent(tweet) &&
      Date.parse(tweet.createdAt) > since &&
      isVisible(town, tweet, user.id),
  )
  return page(call, found, found.length, 10)
}

function refuse({ query }: UserCall, least: number): Answer | undefined {
  const size = query.get('max_results')
  if (size !== null && !(/^\d+$/.test(size) && Number(size) >= least && Number(size) <= 100))
    return invalidRequest(
      { max_results: [size] },
      `The \`max_results\` query parameter value [${size}] is not between ${least} and 100`,
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

function page(call: UserCall, all: FakeTweet[], reach: number, least = 5): Answer {
  const refusal = refuse(call, least)
  if (refusal) return refusal
  const { town, query } = call
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
      ...nextToken(call, fitting, shown),
    },
  })
}

/** The next page begins after the oldest post of this one; struck by a fault it is this page again, for ever. */
function nextToken({ query, fault }: UserCall, fitting: FakeTweet[], shown: FakeTweet[]): { next_token?: string } {
  if (fault?.kind === 'repeat-token')
    return { next_token: query.get('pagination_token') ?? String(BigInt(shown[0]?.id ?? '0') + 1n) }
  return fitting.length > shown.length ? { next_token: shown.at(-1)?.id ?? '' } : {}
}

/** A timeline of a user who is there and whom the reader may see. */
function timelineOf(call: UserCall, of: typeof own, reach: number): Answer {
  const { town, params, user } = call
  const found = findUser(town, params.id ?? '')
  if (!found) return problem(404)
  return page(call, of(town, found.id, user.id), reach)
}

const me = ({ user, query }: UserCall): Answer => ok({ data: renderUser(user, query.get('user.fields') ?? '') })

function byUsername({ town, params, query }: UserCall): Answer {
  const found = findHandle(town, params.username ?? '')
  return found ? ok({ data: renderUser(found, query.get('user.fields') ?? '') }) : problem(404)
}

function byUsernames({ town, query }: UserCall): Answer {
  const handles = (query.get('usernames') ?? '').split(',').filter(Boolean)
  if (handles.length === 0 || handles.length > 100)
    return invalidRequest({ usernames: handles }, 'Between 1 and 100 usernames are needed')
  const found = handles.flatMap((handle) => findHandle(town, handle) ?? [])
  const errors = handles
    .filter((handle) => !findHandle(town, handle))
    .map((value) => ({
      value,
      detail: `Could not find user with usernames: [${value}].`,
      title: 'Not Found Error',
      resource_type: 'user',
      parameter: 'usernames',
      resource_id: value,
      type: 'https://api.x.com/2/problems/resource-not-found',
    }))
  const fields = query.get('user.fields') ?? ''
  return ok({
    ...(found.length > 0 ? { data: found.map((user) => renderUser(user, fields)) } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  })
}

const read = (path: string, limit: number, scope: string, handle: (call: UserCall) => Answer): FakeRoute => ({
  method: 'GET',
  path,
  limit,
  scope,
  handle,
})

export const timelineRoutes: FakeRoute[] = [
  read('/2/users/me', 75, 'users.read', me),
  read('/2/users/by', 900, 'users.read', byUsernames),
  read('/2/users/by/username/:username', 900, 'users.read', byUsername),
  read('/2/users/:id/mentions', 300, 'tweet.read', (call) => timelineOf(call, mentions, 800)),
  read('/2/users/:id/tweets', 900, 'tweet.read', (call) => timelineOf(call, own, 3200)),
  read('/2/tweets/search/recent', 300, 'tweet.read', search),
]
