import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binariesFor } from './embedded/binaries.ts'
import { findPlace, type Place } from './embedded/place.ts'
import { lastWords, makeCluster, removeStalePidFile, serverPid, spawnServer, throwaway } from './embedded/server.ts'

export interface EmbeddedDatabase {
  connection: { host: string; user: string; database: string }
  /** PostgreSQL's data folder; outside DATA_DIR when the user of the database cannot reach that. */
  where: string
  /** The server ran already: left over by a killed process, or shared with one that lives. */
  reused: boolean
  /** Leaves the server, and stops it when nobody else uses it. */
  stop(): Promise<void>
}

const user = 'kentongan'
const patienceInMs = 60_000

/** Everybody who uses the server holds this advisory lock, shared; who gets it alone was the last one. */
const inUse = 0x6b656e74

/**
 * Starts the PostgreSQL that comes as an npm package, with its data in or near `dataDir`, or joins the server that
 * runs there already. Safe to call from several processes at once and after any kind of crash.
 *
 * `log` hears of long steps. Throws an error of one line that says what to do.
 */
export async function startEmbedded(
  dataDir: string,
  log: (message: string) => void,
  options: { throwaway?: boolean } = {},
): Promise<EmbeddedDatabase> {
  const place = findPlace(dataDir)
  const binaries = binariesFor(place.user, place.base)
  if (!existsSync(place.cluster)) {
    log(`making the database in ${place.cluster}`)
    makeCluster(place, binaries)
  }
  const reused = serverPid(place) !== undefined
  const held = await joinOrStart(place, () => spawnServer(place, binaries, options.throwaway ? throwaway : {}))
  return {
    connection: { host: place.socket, user, database: user },
    where: place.cluster,
    reused,
    stop: () => leave(place, held),
  }
}

/** A connection that holds the shared lock, to a server that was there or was started for it. */
async function joinOrStart(place: Place, start: () => ChildProcess): Promise<pg.Client> {
  const deadline = Date.now() + patienceInMs
  let server: ChildProcess | undefined
  for (let attempts = 0; Date.now() < deadline && attempts <= 5; ) {
    const held = await join(place)
    if (held) return held
    if (serverPid(place) === undefined && (server === undefined || server.exitCode !== null)) {
      // A second attempt helps when another process was quicker, or what a killed server left is not yet gone.
      await pause(attempts * 200)
      removeStalePidFile(place)
      server = start()
      attempts++
    }
    await pause(15)
  }
  throw new Error(`The database in ${place.cluster} does not start: ${lastWords(place)}`)
}

async function join(place: Place): Promise<pg.Client | undefined> {
  if (!existsSync(`${place.socket}/.s.PGSQL.5432`)) return undefined
  const client = new pg.Client({ host: place.socket, user, database: 'postgres', application_name: 'kentongan-holds' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [inUse])
    await makeDatabase(client)
    return client
  } catch {
    await client.end().catch(() => {})
    return undefined
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [user])
  if (rowCount === 0) await client.query(`create database ${user}`)
}

async function leave(place: Place, held: pg.Client): Promise<void> {
  const pid = serverPid(place)
  const last = await isLast(held)
  await held.end().catch(() => {})
  if (pid === undefined || !last) return
  process.kill(pid, 'SIGINT')
  while (serverPid(place) === pid) await pause(10)
}

async function isLast(held: pg.Client): Promise<boolean> {
  try {
    await held.query('select pg_advisory_unlock_shared($1)', [inUse])
    const { rows } = await held.query('select pg_try_advisory_lock($1) as alone', [inUse])
    return rows[0]?.alone === true
  } catch {
    return true
  }
}
