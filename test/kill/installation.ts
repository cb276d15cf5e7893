import pg from 'pg'
import { addToken } from '../../src/agencies/add-token.ts'
import { areas } from '../../src/areas.ts'
import { exampleClient, type FakeX, startFakeX } from '../../src/channels/x/fake/fake-x.ts'
import { type Kentongan, openKentongan } from '../../src/main.ts'
import { openSession } from '../../src/platform/auth/sessions.ts'
import { type Config, openConfig } from '../../src/platform/config.ts'
import type { Connection } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { accepted } from '../../src/platform/refusal.ts'
import { type AppProcess, dataFolder, freePort, startApp } from '../app-process.ts'
import { seedCity } from '../city.ts'
import { connectAccount } from './connect-account.ts'

export const handle = 'dinkes_contoh'

/** An installation whose serving process dies again and again; X, the database and this test outlive it. */
export interface Installation {
  name: string
  x: FakeX
  url: string
  accountId: string
  tokens: { operator: string; reviewer: string }
  /** Session of the operator. */
  cookie: string
  serve(): Promise<AppProcess>
  /** Opens the house in this process, to look at what is there. */
  look<T>(work: (house: Kentongan, client: pg.Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** On the embedded database, or on the PostgreSQL of this run where there is one. */
export async function install(): Promise<Installation> {
  const data = dataFolder('kill')
  const x = await startFakeX()
  const port = await freePort()
  const given = await givenDatabase()
  const environment: Record<string, string> = {
    PORT: String(port),
    DATA_DIR: data.path,
    LOG_LEVEL: 'error',
    X_API_URL: x.url,
    X_AUTHORIZE_URL: `${x.url}/i/oauth2/authorize`,
    X_TOKEN_URL: `${x.url}/2/oauth2/token`,
    X_CLIENT_ID: exampleClient.id,
    X_CLIENT_SECRET: exampleClient.secret,
    ...(given && { DATABASE_URL: given.url }),
  }
  const config = openConfig(environment)
  const look = <T>(work: (house: Kentongan, client: pg.Client) => Promise<T>): Promise<T> =>
    withDatabase(config, given?.url, (connection) => withHouse(config, connection, work))
  const seeded = await withDatabase(config, given?.url, async (connection) => {
    await migrate(connection)
    return withHouse(config, connection, (house, client) => seed(house, client, x))
  })
  return {
    name: given ? 'PostgreSQL' : 'the embedded database',
    x,
    url: `http://localhost:${port}`,
    ...seeded,
    serve: () => startApp('cli/main.ts', ['serve'], environment),
    look,
    close: async () => {
      await x.close()
      await given?.drop()
      data.remove()
    },
  }
}

async function withDatabase<T>(
  config: Config,
  url: string | undefined,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  if (url) return work({ connectionString: url })
  const embedded = await startEmbedded(config.dataDir, () => {})
  try {
    return await work(embedded.connection)
  } finally {
    await embedded.stop()
  }
}

async function withHouse<T>(
  config: Config,
  connection: Connection,
  work: (house: Kentongan, client: pg.Client) => Promise<T>,
): Promise<T> {
  const house = await openKentongan(config, connection)
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(house, client)
  } finally {
    await client.end()
    await house.stop()
  }
}

/** The cast of all tests, an account that is connected, and waits short enough for a test. */
async function seed(house: Kentongan, client: pg.Client, x: FakeX) {
  const ctx = house.makeCtx('kill test')
  await seedCity({ ...ctx, now: new Date('2026-01-05T03:00:00Z') })
  for (const area of areas) await area.seed?.(ctx)
  await client.query(
    `insert into channel_setting (name, value, from_day, basis)
     values ('sending-limit', 3, '2026-01-02', 'test'), ('first-look', 1, '2026-01-02', 'test'),
            ('second-look', 2, '2026-01-02', 'test')`,
  )
  const accountId = await connectAccount(house, x, handle)
  const token = async (role: string) =>
    accepted(await addToken(ctx, { name: `kill test ${role}`, role, agencyId: 'dinkes' })).token
  const { rows } = await client.query(`select id from person where email = 'operator@dinkes.example'`)
  const session = await openSession(ctx, String(rows[0]?.id), 'kill test')
  const cookie = `kentongan=${session.token}`
  return { accountId, cookie, tokens: { operator: await token('operator'), reviewer: await token('reviewer') } }
}

/** A new database on the PostgreSQL of this run (test/suite/databases.ts); its name begins like all of the run. */
async function givenDatabase(): Promise<{ url: string; drop(): Promise<void> } | undefined> {
  const { url, template } = JSON.parse(process.env.KENTONGAN_TEST_DB ?? '{}') as { url?: string; template: string }
  if (!url) return undefined
  const name = `${template}_kill`
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await ask(`create database ${name} template template0 encoding 'UTF8'`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return { url: address.href, drop: () => ask(`drop database if exists ${name} with (force)`) }
}
