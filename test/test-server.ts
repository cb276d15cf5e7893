import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { areas } from '../src/areas.ts'
import { openKentongan } from '../src/main.ts'
import type { Connection } from '../src/platform/db/connect.ts'
import { seedCity } from './city.ts'
import { openConfigForTests } from './test-config.ts'

interface Server {
  host: string
  user: string
  template: string
}

/** The server of this run (`test/run.ts` starts it): each test file gets a copy of its template. */
export function testServer() {
  const given = process.env.KENTONGAN_TEST_DB
  if (!given) throw new Error('Tests need a database of their own: run them with `sh bin/test PATH`.')
  const { host, user, template } = JSON.parse(given) as Server
  const connectionTo = (database: string) => ({ host, user, database })
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client(connectionTo('postgres'))
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  return {
    connectionTo,
    async createDatabase(): Promise<string> {
      const name = `${template}_${randomBytes(4).toString('hex')}`
      await ask(`create database ${name} template ${template}`)
      return name
    },
    dropDatabase: (name: string) => ask(`drop database if exists ${name} with (force)`),
  }
}

export type TestServer = ReturnType<typeof testServer>

/** Fills the migrated template: the queue's own tables, and the cast. */
export async function prepareTemplate(connection: Connection): Promise<void> {
  const { config, remove } = openConfigForTests()
  const kentongan = await openKentongan(config, connection, () => new Date('2026-01-05T03:00:00Z'))
  const ctx = kentongan.makeCtx('test')
  await seedCity(ctx)
  for (const area of areas) await area.seed?.(ctx)
  await kentongan.stop()
  remove()
}
