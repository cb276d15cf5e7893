import { type CheerioAPI, load } from 'cheerio'
import type { LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { addToken } from '../src/agencies/add-token.ts'
import { findActingPerson } from '../src/appointments/acting-person.ts'
import { type Kentongan, openKentongan } from '../src/main.ts'
import { openSession } from '../src/platform/auth/sessions.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import type { Connection } from '../src/platform/db/connect.ts'
import { newId } from '../src/platform/id.ts'
import { accepted } from '../src/platform/refusal.ts'
import { type Member, people } from './city.ts'
import { type ConfigOverrides, openConfigForTests } from './test-config.ts'
import { type TestServer, testServer } from './test-server.ts'

export interface Answer {
  status: number
  text: string
  $: CheerioAPI
  location: string | undefined
  headers: Record<string, string | string[] | number | undefined>
}

/** A file of a form. */
interface Sent {
  filename: string
  bytes: Buffer
  type?: string
}

export interface Client {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  /** A form. Files make it multipart. */
  post(url: string, fields?: Record<string, string | string[]>, files?: Record<string, Sent | Sent[]>): Promise<Answer>
}

export interface ApiClient {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  get(path: string): Promise<{ status: number; body: any; headers: Answer['headers'] }>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  post(path: string, body: object, headers?: Record<string, string>): Promise<{ status: number; body: any }>
}

/** The real app on a database of its own, with the cast of `city.ts`, and a clock the test sets. */
export interface World extends Kentongan {
  connection: Connection
  /** A context acting as this person. */
  ctx(member: Member): Ctx
  system(): Ctx
  as(member: Member): Client
  anyone: Client
  /** Somebody else each time: every request comes from another address. */
  passerBy: Client
  /** A client with this cookie (`name=value`). */
  with(cookie: string): Client
  api(member: Member): ApiClient
  at(instant: string): void
  now(): Date
  runJobs(): Promise<void>
  close(): Promise<void>
}

interface WorldOptions {
  config?: ConfigOverrides
  /** Puts something between the app and its database. */
  through?: (connection: ReturnType<TestServer['connectionTo']>) => Promise<Connection>
}

export async function openWorld({ config: overrides = {}, through }: WorldOptions = {}): Promise<World> {
  let now = new Date('2026-11-23T03:00:00Z')
  const server = testServer()
  const database = await server.createDatabase()
  const straight = server.connectionTo(database)
  const connection = (await through?.(straight)) ?? straight
  const { config, remove } = openConfigForTests(overrides)
  const kentongan = await openKentongan(config, connection, () => now)
  const ids = await idsOf(connection)
  const actors = new Map<Member, Ctx['actor']>()
  for (const member of Object.keys(people) as Member[]) {
    const actor = await findActingPerson(kentongan.makeCtx('test'), ids.get(people[member][1]) ?? '')
    if (actor) actors.set(member, actor)
  }
  const ctx = (member: Member): Ctx => {
    const actor = actors.get(member)
    if (!actor) throw new Error(`${member} holds no role at ${now.toISOString()}`)
    return { ...kentongan.makeCtx('test'), actor }
  }
  return {
    ...kentongan,
    connection,
    ctx,
    system: () => kentongan.makeCtx('test'),
    as: (member) => clientOf(kentongan, () => cookieOf(ctx(member), ids.get(people[member][1]) ?? '')),
    anyone: clientOf(kentongan, async () => ''),
    passerBy: clientOf(kentongan, async () => '', anotherAddress),
    with: (cookie) => clientOf(kentongan, async () => cookie),
    api: (member) => apiClientOf(kentongan, ctx(member)),
    at: (instant) => {
      now = new Date(instant)
    },
    now: () => now,
    runJobs: () => kentongan.platform.queue.drain(kentongan.makeCtx),
    async close() {
      await kentongan.stop()
      await server.dropDatabase(database)
      remove()
    },
  }
}

async function idsOf(connection: Connection): Promise<Map<string, string>> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query('select email, id from person')
  await client.end()
  return new Map(rows.map(({ email, id }) => [String(email), String(id)]))
}

async function cookieOf(ctx: Ctx, personId: string): Promise<string> {
  return `kentongan=${(await openSession(ctx, personId, 'test')).token}`
}

function answerOf(response: LightMyRequestResponse): Answer {
  const { statusCode, body, headers } = response
  return { status: statusCode, text: body, $: load(body), location: headers.location as string | undefined, headers }
}

let addresses = 0
const anotherAddress = () => ({ 'x-forwarded-for': `198.18.${++addresses >> 8}.${addresses & 255}` })

function clientOf({ app }: Kentongan, cookie: () => Promise<string>, more = () => ({})): Client {
  return {
    async get(url, headers = {}) {
      return answerOf(
        await app.inject({
          method: 'GET',
          url,
          headers: { host: 'localhost', cookie: await cookie(), ...more(), ...headers },
        }),
      )
    },
    async post(url, fields = {}, files) {
      const headers = { host: 'localhost', cookie: await cookie(), origin: 'http://localhost', ...more() }
      if (files)
        return answerOf(await app.inject({ method: 'POST', url, headers, payload: multipart(fields, files) as never }))
      const payload = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) =>
          [value].flat().map((text) => [name, text] as [string, string]),
        ),
      )
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return answerOf(
        await app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload: payload.toString() }),
      )
    },
  }
}

function multipart(fields: Record<string, string | string[]>, files: Record<string, Sent | Sent[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const text of [value].flat()) form.append(name, text)
  for (const [name, sent] of Object.entries(files))
    for (const { filename, bytes, type } of [sent].flat())
      form.append(name, new Blob([new Uint8Array(bytes)], { type: type ?? 'application/octet-stream' }), filename)
  return form
}

function apiClientOf({ app }: Kentongan, ctx: Ctx): ApiClient {
  const [grant] = 'grants' in ctx.actor ? ctx.actor.grants : []
  const token = addToken(ctx, { name: `test ${newId()}`, role: grant?.role ?? '', agencyId: grant?.agencyId ?? null })
  const headers = async () => ({ host: 'localhost', authorization: `Bearer ${accepted(await token).token}` })
  const read = ({ statusCode, body, headers }: LightMyRequestResponse) => ({
    status: statusCode,
    body: body === '' ? null : JSON.parse(body),
    headers,
  })
  return {
    get: async (path) => read(await app.inject({ method: 'GET', url: `/api/v1${path}`, headers: await headers() })),
    post: async (path, body, more = {}) =>
      read(
        await app.inject({
          method: 'POST',
          url: `/api/v1${path}`,
          headers: { ...(await headers()), ...more },
          payload: body,
        }),
      ),
  }
}
