import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from './connect.ts'

const folder = join(import.meta.dirname, '../../../db/migrations')

/** Names of all migrations that ship, in order. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()

/**
 * Brings the schema up to date: every migration once, in order, each in a transaction of its own. Processes that
 * start together wait for one another. Answers the names it ran.
 */
export async function migrate(connection: Connection): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('kentongan migrations'))`)
    await client.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    const done = new Set((await client.query('select name from migration')).rows.map((row) => String(row.name)))
    const missing = migrationNames().filter((name) => !done.has(name))
    for (const name of missing) await run(client, name)
    return missing
  } finally {
    await client.end()
  }
}

/** Names of the migrations this database has not had; all of them when it is empty. Changes nothing. */
export async function missingMigrations(connection: Connection): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const known = await client.query("select to_regclass('migration') is not null as known")
    const done = known.rows[0]?.known ? (await client.query('select name from migration')).rows : []
    const names = new Set(done.map((row) => String(row.name)))
    return migrationNames().filter((name) => !names.has(name))
  } finally {
    await client.end()
  }
}

async function run(client: pg.Client, name: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(readFileSync(join(folder, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}
