import { sql } from 'kysely'
import pg from 'pg'
import type { Ctx } from '../ctx.ts'
import type { Connection } from '../db/connect.ts'
import type { PageCache } from './page-cache.ts'

const channel = 'forget_pages'

/** Drops the cached pages of `group` in every process, once this transaction has committed. */
export async function forgetPages(ctx: Ctx, group: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${group})`.execute(ctx.db)
  ctx.committed?.push(() => ctx.platform.pages.forget(group))
}

/**
 * Listens for what other processes changed. While the connection is away nothing could be heard, so everything is
 * forgotten when it comes back.
 */
export async function listenForForgotten(connection: Connection, pages: PageCache, onError: (error: Error) => void) {
  let stopped = false
  let client: pg.Client
  const listen = async (): Promise<void> => {
    client = new pg.Client({ ...connection, application_name: 'kentongan pages' })
    client.on('notification', ({ payload }) => pages.forget(payload ?? ''))
    client.on('error', onError)
    await client.connect()
    client.on('end', () => setTimeout(() => void retry(), 1000))
    await client.query(`listen ${channel}`)
    pages.forgetAll()
  }
  const retry = async (): Promise<void> => {
    pages.forgetAll()
    if (stopped) return
    try {
      await listen()
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      setTimeout(() => void retry(), 1000)
    }
  }
  await listen()
  return {
    async stop(): Promise<void> {
      stopped = true
      await client.end()
    },
  }
}
