import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areas } from '../areas.ts'
import { loadExample } from '../example/example.ts'
import { examplePublishing } from '../example/publishing.ts'
import { openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import { measureArticlePage } from './article-page.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { measureMentions } from './mentions.ts'

/** Goals of the first beat, as shares of what the bare contender does. */
const goals = { cached: 0.6, anew: 0.06, mentions: 0.15 }

const agencyId = 'dinkes'
const sizes = {
  pages: { count: 5, seconds: 2 },
  polled: { batch: 100, mentions: 200 },
  single: { batch: 1, mentions: 50 },
}

/** Prints requests and mentions a second beside those of bare Node and bare inserts, on every database there is. */
export async function benchFirstBeat(print: (line: string) => void, databaseUrl: string | undefined): Promise<void> {
  const openers = [embeddedBench, ...(databaseUrl === undefined ? [] : [() => givenBench(databaseUrl)])]
  for (const open of openers) {
    const database = await open()
    try {
      print(`\n${database.name}`)
      await onDatabase(database, print)
    } finally {
      await database.close()
    }
  }
}

async function onDatabase(database: BenchDatabase, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const config = openConfig({ DATA_DIR: folder, LOG_LEVEL: 'warn' })
  const house = await openKentongan(config, database.connection)
  try {
    const ctx = house.makeCtx('bench')
    for (const area of areas) await area.seed?.(ctx)
    await loadExample(house.platform, [examplePublishing])
    const page = await measureArticlePage(database, await articlePath(house), sizes.pages)
    print(`  article page, ${page.bytes} bytes, ${page.connections} connections, requests a second`)
    print(line('bare node:http', page.bare))
    print(line('ours, nothing changed', page.cached, page.cached / page.bare, goals.cached))
    print(line('ours, drawn anew', page.anew, page.anew / page.bare, goals.anew))
    for (const size of [sizes.polled, sizes.single]) {
      const told = await measureMentions(database, ctx, agencyId, { ...size, count: 3 })
      print(`  mentions, ${told.batch} a commit, ${told.rowsPerMention.toFixed(1)} rows each, mentions a second`)
      print(line('bare inserts of as many rows', told.bare))
      print(line('committed cases', told.cases, told.cases / told.bare, goals.mentions))
    }
  } finally {
    await house.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function articlePath({ app }: Awaited<ReturnType<typeof openKentongan>>): Promise<string> {
  const { body } = await app.inject({ url: `/situs/${agencyId}/berita`, headers: { host: 'localhost' } })
  const path = new RegExp(`href="(/situs/${agencyId}/berita/[^"]+)"`).exec(body)?.[1]
  if (path === undefined) throw new Error('the example has no news item to measure')
  return path
}

function line(name: string, perSecond: number, ratio?: number, goal?: number): string {
  const figure = `    ${name.padEnd(30)} ${perSecond.toFixed(0).padStart(7)}`
  if (ratio === undefined || goal === undefined) return figure
  return `${figure}   ${ratio.toFixed(3)} of bare, goal ${goal}: ${ratio >= goal ? 'reached' : 'MISSED'}`
}
