import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pino from 'pino'
import type { Area } from './area.ts'
import type { Config } from './config.ts'
import { type Ctx, type Platform, systemCtx } from './ctx.ts'
import { type Connection, connectDatabase, connectPool } from './db/connect.ts'
import { migrationNames } from './db/migrate.ts'
import { followersOf } from './events.ts'
import { localFiles } from './files/local-files.ts'
import type { Readiness } from './http/health.ts'
import { createPageCache } from './http/page-cache.ts'
import { listenForForgotten } from './http/pages.ts'
import { deliverMail } from './mail/mail.ts'
import { type RunningQueue, startQueue } from './queue/boss.ts'

export interface RunningPlatform {
  platform: Platform & { queue: RunningQueue }
  readiness: Readiness
  /** Context of a job or schedule, at the present instant. */
  makeCtx: (name: string) => Ctx
  stop(): Promise<void>
}

/** Opens everything the process owns, once. The schema must be up to date (`migrate`). */
export async function openPlatform(
  config: Config,
  connection: Connection,
  areas: readonly Area[],
  clock: () => Date = () => new Date(),
): Promise<RunningPlatform> {
  const log = pino({ level: config.logLevel, base: null })
  const complain = (error: unknown): void => log.error({ err: error }, 'background')
  const pool = connectPool(connection, complain)
  const db = connectDatabase(pool)
  const jobs = [deliverMail, ...areas.flatMap((area) => area.jobs)]
  const queue = await startQueue(
    connection,
    jobs,
    areas.flatMap((area) => area.schedules),
    complain,
  )
  const pages = createPageCache()
  const listener = await listenForForgotten(connection, pages, complain)
  const platform = {
    config,
    db,
    queue,
    files: localFiles(fileURLToPath(new URL(config.storageUrl))),
    pages,
    followers: followersOf(areas),
    areas,
    log,
    clock,
  }
  return {
    platform,
    readiness: readinessOf(platform),
    makeCtx: (name) => systemCtx(platform, name),
    async stop() {
      await queue.stop()
      await listener.stop()
      await db.destroy()
    },
  }
}

const readinessOf = ({ db, queue }: Platform & { queue: RunningQueue }): Readiness => ({
  database: async () => {
    await sql`select 1`.execute(db)
    return null
  },
  migrations: async () => {
    const done = await sql<{ name: string }>`select name from migration`.execute(db)
    const names = new Set(done.rows.map(({ name }) => name))
    const missing = migrationNames().filter((name) => !names.has(name))
    return missing.length === 0 ? null : `missing: ${missing.join(', ')}`
  },
  queue: async () => ((await queue.ready()) ? null : 'the queue has not started'),
})
