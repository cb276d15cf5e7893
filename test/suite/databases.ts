import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { isAlive } from '../../src/platform/db/embedded/server.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { prepareTemplate } from '../test-server.ts'

/** A server with a migrated database that each test file copies (`create database ... template ...`). */
export interface TestDatabases {
  name: string
  /** For the processes of the tests: `KENTONGAN_TEST_DB`, and PG... for what that leaves out. */
  environment: Record<string, string>
  close(): Promise<void>
}

/** Our own server in a folder of its own, without waiting for the disk. */
export async function embeddedDatabases(): Promise<TestDatabases> {
  await removeLeftovers()
  const folder = join(tmpdir(), `${prefix}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const server = await startEmbedded(folder, () => {}, { throwaway: true })
  const { host, user } = server.connection
  const close = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const template = await closedOnFailure(close, () => makeTemplate({ host, user }))
  return {
    name: 'embedded PostgreSQL',
    environment: { KENTONGAN_TEST_DB: JSON.stringify({ host, user, template }) },
    close,
  }
}

const prefix = 'kentongan-test-'

/** Servers and folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    const folder = join(tmpdir(), name)
    await startEmbedded(folder, () => {}, { throwaway: true })
      .then((server) => server.stop())
      .catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

async function closedOnFailure<T>(close: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await close()
    throw error
  }
}

/** Somebody else's server: whatever we make there bears the name of this run and is dropped at its end. */
export async function givenDatabases(url: string): Promise<TestDatabases> {
  const { hostname, port, username, password } = new URL(url)
  const server = { host: hostname, user: decodeURIComponent(username) }
  const environment = { PGPORT: port || '5432', PGPASSWORD: decodeURIComponent(password) }
  Object.assign(process.env, environment)
  const template = await makeTemplate(server)
  return {
    name: `PostgreSQL at ${hostname}:${environment.PGPORT}`,
    environment: { ...environment, KENTONGAN_TEST_DB: JSON.stringify({ ...server, template, url }) },
    close: () => dropAll(server, template),
  }
}

type Server = { host: string; user: string }

async function makeTemplate(server: Server): Promise<string> {
  const template = `kentongan_test_${randomBytes(4).toString('hex')}`
  await asked(server, (client) => client.query(`create database ${template} template template0 encoding 'UTF8'`))
  const connection = { ...server, database: template }
  await migrate(connection)
  await prepareTemplate(connection)
  return template
}

async function dropAll(server: Server, template: string): Promise<void> {
  await asked(server, async (client) => {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [template])
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  })
}

async function asked(server: Server, ask: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await ask(client)
  } finally {
    await client.end()
  }
}
