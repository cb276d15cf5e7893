import { resolve } from 'node:path'
import type { Kentongan } from '../main.ts'
import { type Config, openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Connection } from '../platform/db/connect.ts'
import { type EmbeddedDatabase, startEmbedded } from '../platform/db/embedded.ts'
import { migrate, missingMigrations } from '../platform/db/migrate.ts'
import { Refused, tell } from './verb.ts'

/** The database of this installation, embedded or given. */
export interface Installation {
  config: Config
  connection: Connection
  embedded: EmbeddedDatabase | null
  close(): Promise<void>
}

export async function openInstallation(config = openConfig(process.env)): Promise<Installation> {
  const { databaseUrl, dataDir } = config
  if (databaseUrl !== null)
    return { config, connection: { connectionString: databaseUrl }, embedded: null, close: async () => {} }
  const embedded = await startEmbedded(dataDir, tell)
  return { config, connection: embedded.connection, embedded, close: embedded.stop }
}

/** Brings the embedded database up to date by itself; a given one belongs to somebody, who says when. */
export async function readySchema({ connection, embedded }: Installation): Promise<void> {
  if (embedded !== null) return void (await migrate(connection))
  const missing = await missingMigrations(connection)
  if (missing.length > 0)
    throw new Refused(`The database lacks ${missing.length} migrations: run "bin/kentongan migrate" first.`)
}

/** A file named on the command line: as seen from the folder the command was given in. */
export const fileNamed = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : resolve(process.env.KENTONGAN_FROM ?? '.', file)

/** Runs one piece of work in the house, as the command line, and closes everything behind it. */
export async function inTheHouse<T>(work: (ctx: Ctx, house: Kentongan) => Promise<T>): Promise<T> {
  const installation = await openInstallation()
  try {
    await readySchema(installation)
    const { openKentongan } = await import('../main.ts')
    const house = await openKentongan(installation.config, installation.connection)
    try {
      return await work(house.makeCtx('command line'), house)
    } finally {
      await house.stop()
    }
  } finally {
    await installation.close()
  }
}
