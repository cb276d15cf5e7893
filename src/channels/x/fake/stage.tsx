import { type Answer, invalidRequest, ok, problem, seeOther } from './answer.ts'
import { type Call, type FakeRoute, text } from './call.ts'
import type { FakeState } from './fake-state.ts'
import type { Fault } from './faults.ts'
import { page, style } from './page.tsx'
import { IntentPage, ProfilePage, SquarePage, ThreadPage } from './square-page.tsx'
import { edit, findTweet, remove, userOf, write } from './town.ts'

const isForm = ({ headers }: Call): boolean => (headers['content-type'] ?? '').startsWith('application/x-www-form')

function writeAs(call: Call): Answer {
  const handle = text(call, 'as').trim().replace(/^@/, '')
  if (!/^\w{1,15}$/.test(handle) || text(call, 'text').trim() === '')
    return invalidRequest({ as: [handle] }, 'A handle of 1-15 letters, digits or _ and a text are needed')
  const tweet = write(call.town, userOf(call.town, handle), {
    text: text(call, 'text').replaceAll('\r\n', '\n'),
    repliedTo: text(call, 'inReplyTo') || null,
    quoted: text(call, 'quotes') || null,
  })
  return isForm(call) ? seeOther(`/#t${tweet.id}`) : ok(tweet, 201)
}

function importState({ town, body }: Call): Answer {
  town.state = { ...town.state, ...(body as Partial<FakeState>) }
  return ok({ users: town.state.users.length, tweets: town.state.tweets.length })
}

function changeTweet({ town, params, body }: Call): Answer {
  const tweet = findTweet(town, params.id ?? '')
  return tweet && typeof body.text === 'string' ? ok(edit(town, tweet, body.text), 201) : problem(404)
}

function removeTweet({ town, params }: Call): Answer {
  const tweet = findTweet(town, params.id ?? '')
  if (tweet) remove(town, tweet)
  return tweet ? ok({ removed: true }) : problem(404)
}

function changeUser({ town, params, body }: Call): Answer {
  const { protected: isProtected, suspended } = body
  const user = userOf(town, params.handle ?? '')
  if (typeof isProtected === 'boolean') user.protected = isProtected
  if (typeof suspended === 'boolean') user.suspended = suspended
  return ok(user)
}

function thread({ town, params }: Call): Answer {
  const tweet = findTweet(town, params.id ?? '')
  return tweet ? page(<ThreadPage town={town} tweet={tweet} />) : problem(404)
}

function profile({ town, params }: Call): Answer {
  const handle = params.handle?.toLowerCase()
  const user = town.state.users.find(({ username }) => username.toLowerCase() === handle)
  return user ? page(<ProfilePage town={town} user={user} />) : problem(404)
}

/** Not part of X: the page for people, and the levers for tests. */
export function stageRoutes(): FakeRoute[] {
  const open = (method: string, path: string, handle: (call: Call) => Answer): FakeRoute => ({
    method,
    path,
    auth: 'open',
    handle,
  })
  return [
    open('GET', '/', ({ town, query }) => page(<SquarePage town={town} replyTo={query.get('balas')} />)),
    open('GET', '/gaya.css', () => ({ status: 200, css: style })),
    open('GET', '/intent/post', ({ town, query }) => page(<IntentPage town={town} query={query} />)),
    open('GET', '/:handle/status/:id', thread),
    open('GET', '/:handle', profile),
    open('POST', '/fake/tweets', writeAs),
    open('POST', '/fake/tweets/:id', changeTweet),
    open('DELETE', '/fake/tweets/:id', removeTweet),
    open('POST', '/fake/users/:handle', changeUser),
    open('GET', '/fake/state', ({ town }) => ok({ ...town.state, tokens: [] })),
    open('GET', '/fake/bill', ({ town }) => ok(town.state.bill)),
    open('POST', '/fake/import', importState),
    open('POST', '/fake/credits', ({ town, body }) => {
      town.state.credits = typeof body.credits === 'number' ? body.credits : null
      return ok({ credits: town.state.credits })
    }),
    open('POST', '/fake/faults', ({ faults, body }) => {
      faults.push(body as unknown as Fault)
      return ok(faults, 201)
    }),
    open('DELETE', '/fake/tokens', ({ town }) => {
      town.state.tokens = []
      return ok({ revoked: true })
    }),
    open('DELETE', '/fake/faults', ({ faults }) => {
      faults.length = 0
      return ok(faults)
    }),
  ]
}
