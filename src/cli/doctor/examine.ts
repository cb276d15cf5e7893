import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { checkSeals } from '../../audit/check-seals.ts'
import { type Config, openConfig } from '../../platform/config.ts'
import { connectDatabase, connectPool } from '../../platform/db/connect.ts'
import { missingMigrations } from '../../platform/db/migrate.ts'
import { explain } from '../explain.ts'
import { type Installation, openInstallation } from '../installation.ts'

export interface Finding {
  name: string
  /** What is wrong and what to do; null: all is well. */
  wrong: string | null
  said?: string
}

/** Looks at one thing after another; what depends on a broken thing is not looked at. */
export async function* examine(): AsyncGenerator<Finding> {
  yield { name: 'Node', wrong: null, said: process.version }
  yield await finding('packages', async () => packages())
  let config: Config | undefined
  yield await finding('settings', async () => {
    config = openConfig(process.env)
    return `listens on ${config.host}:${config.port}, known as ${config.baseUrl}`
  })
  if (!config) return
  yield await finding('data', async () => writable(config?.dataDir ?? ''))
  yield await finding('X', () => reachX(config as Config))
  let installation: Installation | undefined
  const database = await finding('database', async () => {
    installation = await openInstallation(config)
    return version(installation)
  })
  yield database
  if (!installation || database.wrong !== null) return
  const { connection, close } = installation
  yield await finding('migrations', () => migrations(connection))
  yield await finding('queue', () => queue(connection))
  yield await finding('clock', () => clock(connection))
  yield await finding('trail', () => trail(connection))
  await close()
}

type Connection = Installation['connection']

async function finding(name: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, wrong: null, said: await look() }
  } catch (error) {
    return { name, wrong: explain(error) }
  }
}

function packages(): string {
  const { stdout } = spawnSync(process.execPath, ['bin/missing-packages.mjs', '--production'], { encoding: 'utf8' })
  if (stdout !== '') throw new Error(`missing: ${stdout.trim().replaceAll('\n', ', ')}. Run npm ci.`)
  return 'all of the lockfile that fits this machine'
}

function writable(dataDir: string): string {
  const file = join(dataDir, `.doctor-${randomUUID()}`)
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, '')
  rmSync(file)
  return dataDir
}

async function version({ connection, embedded }: Installation): Promise<string> {
  const [row] = await asked(connection, `select current_setting('server_version_num')::int as number, version()`)
  const { number, version } = row as { number: number; version: string }
  if (number < 150_000) throw new Error(`${version.split(' on ')[0]} is too old: PostgreSQL 15 or newer is needed.`)
  return `${version.split(' on ')[0]}${embedded ? `, embedded, data in ${embedded.where}` : ''}`
}

async function migrations(connection: Connection): Promise<string> {
  const missing = await missingMigrations(connection)
  if (missing.length > 0) throw new Error(`${missing.length} are missing: run bin/kentongan migrate.`)
  return 'all done'
}

async function queue(connection: Connection): Promise<string> {
  const [there] = await asked(connection, `select to_regclass('pgboss.job') is not null as queue`)
  if (!there?.queue) return 'not made yet: the first start makes it'
  const [row] = await asked(
    connection,
    `select count(*) filter (where state = 'created')::int as waiting,
            count(*) filter (where state = 'failed' and created_on > now() - interval '1 day')::int as failed,
            count(*) filter (where state = 'created' and start_after < now() - interval '10 minutes')::int as stuck
     from pgboss.job`,
  )
  const { waiting, failed, stuck } = row as { waiting: number; failed: number; stuck: number }
  if (stuck > 0)
    throw new Error(`${stuck} jobs wait for more than 10 minutes: start bin/kentongan worker, or look at its log.`)
  return `${waiting} jobs wait, ${failed} failed in the last day`
}

async function clock(connection: Connection): Promise<string> {
  const [row] = await asked(connection, 'select extract(epoch from clock_timestamp())::float8 as seconds')
  const apart = Math.abs(Date.now() / 1000 - Number(row?.seconds))
  if (apart > 5) throw new Error(`${Math.round(apart)} s apart from the database's: let both machines keep time (NTP).`)
  return `${new Date().toISOString()}, as the database's`
}

/** Events that were changed, removed or put in behind the house's back. */
async function trail(connection: Connection): Promise<string> {
  const [there] = await asked(connection, `select to_regclass('event_seal') is not null as seals`)
  if (!there?.seals) return 'not made yet: run bin/kentongan migrate'
  const db = connectDatabase(connectPool(connection, () => {}, 1))
  try {
    const { events, seals, broken, newest } = await checkSeals({ db })
    const [first] = broken
    if (first)
      throw new Error(
        `${broken.length} seals no longer fit: events ${first.from} to ${first.to}, ${first.what}. Compare with a backup.`,
      )
    return newest === null ? 'nothing is sealed yet' : `${events} events under ${seals} seals, the newest ${newest}`
  } finally {
    await db.destroy()
  }
}

async function reachX({ x }: Config): Promise<string> {
  if (x.clientId === null) return 'off: X_CLIENT_ID is not set (posts and mentions can be entered by hand)'
  if (x.clientSecret === null) throw new Error('X_CLIENT_ID is set and X_CLIENT_SECRET is not.')
  await fetch(x.apiUrl, { signal: AbortSignal.timeout(10_000), redirect: 'manual' }).catch((error) => {
    throw new Error(`${x.apiUrl} does not answer (${error.cause?.code ?? error.message}): is the way out open?`)
  })
  return `${x.apiUrl} answers; whether each account still works stands on /kanal`
}

async function asked(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
