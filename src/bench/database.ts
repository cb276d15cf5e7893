import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from '../platform/db/connect.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'

/** A migrated, empty database for one benchmark, gone at its end. */
export interface BenchDatabase {
  name: string
  connection: Connection
  close(): Promise<void>
}

/** Our own server in a folder of its own, set up as an installation has it: every commit waits for the disk. */
export async function embeddedBench(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-'))
  // the database's user may be another one: without this the data would lie outside the folder and be left behind
  chmodSync(folder, 0o755)
  const { connection, stop } = await startEmbedded(folder, () => {})
  const close = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return migrated({ name: `embedded PostgreSQL ${await versionOf(connection)}`, connection, close })
}

/** A database of our own on somebody's server (`DATABASE_URL`); the user must be allowed to make one. */
export async function givenBench(url: string): Promise<BenchDatabase> {
  const name = `kentongan_bench_${randomBytes(4).toString('hex')}`
  const own = new URL(url)
  own.pathname = `/${name}`
  const connection = { connectionString: own.href }
  await ask({ connectionString: url }, `create database ${name} template template0 encoding 'UTF8'`)
  const close = () => ask({ connectionString: url }, `drop database ${name} with (force)`).then(() => {})
  return migrated({ name: `PostgreSQL ${await versionOf(connection)} at ${own.host}`, connection, close })
}

async function migrated(database: BenchDatabase): Promise<BenchDatabase> {
  try {
    await migrate(database.connection)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function versionOf(connection: Connection): Promise<string> {
  const [row] = await ask(connection, 'show server_version')
  return String(row?.server_version).split(' ')[0] ?? ''
}

async function ask(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
