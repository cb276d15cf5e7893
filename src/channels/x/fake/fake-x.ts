import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, problem } from './answer.ts'
import type { Call } from './call.ts'
import type { FakeState, FakeTweet } from './fake-state.ts'
import { answerOf, type Fault, marred, strike } from './faults.ts'
import { mediaRoutes } from './media.ts'
import { allScopes, type FakeClient, issueToken, oauthRoutes } from './oauth.tsx'
import { type Delivery, deliver, hear, hearRevoked } from './push.ts'
import { rateLimits } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { serveCall } from './serve-call.ts'
import { stageRoutes } from './stage.tsx'
import { timelineRoutes } from './timelines.ts'
import { edit, findTweet, openTown, remove, userOf, type Writing, write } from './town.ts'
import { tweetRoutes } from './tweets.ts'
import { webhookRoutes } from './webhooks.ts'

/** The client the fake knows unless told otherwise; `X_CLIENT_ID` and the like of the example city. */
export const exampleClient = {
  id: 'kentongan-contoh',
  secret: 'rahasia-contoh',
  bearerToken: 'token-aplikasi-contoh',
  consumerSecret: 'rahasia-dorongan-contoh',
} satisfies FakeClient

export interface FakeXOptions {
  /** 0 (default): a free one. */
  port?: number
  /** Loopback only; default 127.0.0.1. */
  host?: string
  /** A JSON file that outlives the process. */
  statePath?: string
  clock?: () => Date
  client?: FakeClient
  /** Pushes each event as it happens; else only `deliver` does. */
  pushes?: boolean
}

export interface FakeX {
  url: string
  /** Every call that came in, as `POST /2/tweets`. */
  calls: string[]
  /** Those of them that came although the answers before had said that the window is full. */
  beyondLimit: string[]
  /** Writes as a citizen; the handle is made if need be. */
  writeAs(handle: string, writing: Writing): FakeTweet
  /** A new version of a post; answers it, with its new id. */
  edit(id: string, text: string): FakeTweet
  /** The author takes the post away, with all its versions. */
  remove(id: string): void
  /** Protects or suspends a user, or undoes it. */
  change(handle: string, to: { protected?: boolean; suspended?: boolean }): void
  /** What this account has written, oldest first. */
  tweetsOf(handle: string): FakeTweet[]
  /** A live token pair for this account, without the browser's way. */
  signIn(handle: string): { id: string; accessToken: string; refreshToken: string }
  /** The next calls that fit go wrong. */
  fail(fault: Fault): void
  /** All tokens die, as when the owner takes the app's access away. */
  revokeAll(): void
  /** Pushes what waits; answers the status codes that came back. */
  deliver(how?: Delivery): Promise<number[]>
  /** X's clock goes wrong by so much from now on. */
  skew(milliseconds: number): void
  setCredits(credits: number | null): void
  /** What was charged until now, in millionths of a US dollar. */
  charged(): number
  state(): FakeState
  close(): Promise<void>
}

/** Starts a server that speaks X's API v2 and sign-in as far as Kentongan uses them. See README.md. */
export async function startFakeX(options: FakeXOptions = {}): Promise<FakeX> {
  const { port = 0, host = '127.0.0.1', client = exampleClient } = options
  if (!['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new Error(`the fake X binds to loopback only, not ${host}`)
  const clock = options.clock ?? (() => new Date())
  let skew = 0
  const town = openTown({ statePath: options.statePath, clock: () => new Date(clock().getTime() + skew) })
  const secret = client.consumerSecret ?? ''
  town.written = (tweet) => {
    hear(town, tweet)
    if (options.pushes) void deliver(town, secret)
  }
  const faults: Fault[] = []
  const calls: string[] = []
  const beyondLimit: string[] = []
  const serving = {
    routes: [
      ...oauthRoutes(client),
      ...tweetRoutes,
      ...timelineRoutes,
      ...mediaRoutes,
      ...webhookRoutes(client),
      ...stageRoutes(),
    ],
    client,
    limited: rateLimits(),
    tooMany: ({ method, path }: Call) => void beyondLimit.push(`${method} ${path}`),
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://x')
    const { method = 'GET', headers } = request
    const body = await readBody(request)
    const call: Call = { town, method, path, params: {}, query, headers, body, faults }
    town.wake()
    const fault = path.startsWith('/fake/') ? undefined : strike(call)
    if (path.startsWith('/2/')) calls.push(`${method} ${path}`)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'cut-before') return void request.socket.destroy()
    if (fault?.kind === 'slow') await pause(fault.ms ?? 1000)
    const answer = (fault && answerOf(fault, town.now())) ?? marred(fault, await serveCall(serving, { ...call, fault }))
    if (method !== 'GET') town.keep()
    if (fault?.kind === 'hang-after') return
    if (fault?.kind === 'cut-after') return void request.socket.destroy()
    send(response, town.now(), fault?.kind === 'error-after' ? problem(503) : answer)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() =>
      response.headersSent ? response.destroy() : send(response, town.now(), problem(400)),
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const known = (id: string): FakeTweet => {
    const tweet = findTweet(town, id)
    if (!tweet) throw new Error(`the fake X has no post ${id}`)
    return tweet
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    calls,
    beyondLimit,
    writeAs: (handle, writing) => kept(town, () => write(town, userOf(town, handle), writing)),
    edit: (id, text) => kept(town, () => edit(town, known(id), text)),
    remove: (id) => kept(town, () => remove(town, known(id))),
    change: (handle, to) => kept(town, () => void Object.assign(userOf(town, handle), to)),
    tweetsOf: (handle) => {
      const { id } = userOf(town, handle)
      return town.state.tweets.filter((tweet) => tweet.authorId === id)
    },
    signIn: (handle) =>
      kept(town, () => {
        const { id } = userOf(town, handle, true)
        const { access, refresh } = issueToken(town, id, allScopes)
        return { id, accessToken: access, refreshToken: refresh ?? '' }
      }),
    fail: (fault) => faults.push(fault),
    revokeAll: () =>
      kept(town, () => {
        for (const { userId } of town.state.tokens) hearRevoked(town, userId)
        town.state.tokens = []
      }),
    deliver: (how) => deliver(town, secret, how),
    skew: (milliseconds) => {
      skew = milliseconds
    },
    setCredits: (credits) => kept(town, () => (town.state.credits = credits)),
    charged: () => Object.values(town.state.bill).reduce((sum, { micros }) => sum + micros, 0),
    state: () => town.state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function kept<T>(town: { keep: () => void; wake: () => void }, change: () => T): T {
  town.wake()
  const result = change()
  town.keep()
  return result
}

/** `date` is X's own clock, as `x-rate-limit-reset` is. */
function send(response: ServerResponse, now: Date, { status, json, html, css, headers = {} }: Answer): void {
  const type = html !== undefined ? 'text/html' : css !== undefined ? 'text/css' : 'application/json'
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    date: now.toUTCString(),
    ...headers,
  })
  response.end(html ?? css ?? (json === undefined ? '' : JSON.stringify(json)))
}
