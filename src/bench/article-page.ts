import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child.ts'
import type { BenchDatabase } from './database.ts'
import type { Load, Loaded } from './load.ts'
import { rounds } from './median.ts'

export interface PageFigures {
  path: string
  bytes: number
  connections: number
  /** Requests a second, medians. */
  bare: number
  cached: number
  anew: number
}

const connections = 32
const host = 'localhost:8080'

/**
 * A hosted article page against a bare server that sends the same bytes and headers: out of the page cache, and drawn
 * anew for every request, queries included. Every server and the load are processes of their own.
 */
export async function measureArticlePage(
  { connection }: BenchDatabase,
  path: string,
  { count, seconds }: { count: number; seconds: number },
): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const env = { BENCH_CONNECTION: JSON.stringify(connection), DATA_DIR: folder, LOG_LEVEL: 'warn' }
  const [cached, anew, load] = await Promise.all([
    startChild<{ port: number }>('serve-house.ts', env),
    startChild<{ port: number }>('serve-house.ts', { ...env, BENCH_CACHE: 'off' }),
    startChild('load.ts'),
  ])
  const page = await fetchPage(cached.ready.port, path)
  const bare = await startChild<{ port: number }>('serve-bare.ts', { BENCH_PAGE: JSON.stringify(page) })
  try {
    const ask = (port: number, seconds: number) => async () => {
      const head = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\naccept-language: id\r\n\r\n`
      const loaded = await load.ask<Loaded>({ port, head, connections, seconds } satisfies Load)
      return loaded.answers / loaded.seconds
    }
    const servers = { bare, cached, anew }
    for (const server of Object.values(servers)) await ask(server.ready.port, 1)()
    const figures = await rounds(count, {
      bare: ask(bare.ready.port, seconds),
      cached: ask(cached.ready.port, seconds),
      anew: ask(anew.ready.port, seconds),
    })
    return { path, bytes: Buffer.from(page.body, 'base64').length, connections, ...figures }
  } finally {
    await Promise.all([bare, cached, anew, load].map((child) => child.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The page as the house sends it, to be sent by the bare server. */
async function fetchPage(port: number, path: string): Promise<{ headers: Record<string, string>; body: string }> {
  const { request } = await import('undici')
  const { statusCode, headers, body } = await request(`http://127.0.0.1:${port}${path}`, { headers: { host } })
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
  const bytes = Buffer.from(await body.arrayBuffer())
  const own = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
  const kept = Object.entries(headers).filter(([name]) => !own.includes(name))
  const told = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
  return { headers: { ...told, 'content-length': String(bytes.length) }, body: bytes.toString('base64') }
}
