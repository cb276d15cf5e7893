import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { prepareFrequent } from './prepared.ts'

/** How to reach PostgreSQL: an address, or the socket folder of the embedded one. */
export type Connection = { connectionString: string } | { host: string; user: string; database: string }

const DATE = 1082

/** What `pg` gives back: `date` stays the text `YYYY-MM-DD`; the rest as is (`bigint` is text already). */
const typeReader = { getTypeParser: (oid: number, format?: 'text' | 'binary') => readerOf(oid, format) }
const readerOf = (oid: number, format: 'text' | 'binary' | undefined) =>
  oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format as 'text')

/**
 * One pool for the whole process. `onError` hears of connections that died, idle or between two statements; a statement
 * that was under way fails by itself.
 */
export function connectPool(connection: Connection, onError: (error: Error) => void, max = 20): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, types: typeReader as never, application_name: 'kentongan' })
  pool.on('error', onError)
  // The pool listens to idle connections only; an error that nobody hears ends the process.
  pool.on('acquire', (client) => client.on('error', onError))
  pool.on('release', (_error, client) => client.off('error', onError))
  prepareFrequent(pool)
  return pool
}

export const connectDatabase = (pool: pg.Pool): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
