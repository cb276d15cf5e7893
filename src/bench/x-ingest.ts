import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areas } from '../areas.ts'
import { openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { measureBatched } from './mentions.ts'
import { receiveFleet } from './x-fleet.ts'

/** Mentions a second that must become committed cases on PostgreSQL. */
const goal = 1500

const sizes = {
  ingest: { batch: 200, mentions: 3200, count: 3 },
  fleet: { accounts: 50, mentions: 400 },
}

/**
 * How fast mentions become committed cases, beside bare batched inserts of as many rows; then 50 accounts with 20,000
 * mentions through the fake X, pushed twice and out of order while four workers poll, counted at the end.
 */
export async function benchXIngest(print: (line: string) => void, databaseUrl: string | undefined): Promise<void> {
  const openers = [embeddedBench, ...(databaseUrl === undefined ? [] : [() => givenBench(databaseUrl)])]
  for (const open of openers) {
    const database = await open()
    try {
      print(`\n${database.name}`)
      await ingest(database, print)
      await fleet(database, print)
    } finally {
      await database.close()
    }
  }
}

async function ingest(database: BenchDatabase, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const house = await openKentongan(openConfig({ DATA_DIR: folder, LOG_LEVEL: 'warn' }), database.connection)
  try {
    const ctx = house.makeCtx('bench')
    for (const area of areas) await area.seed?.(ctx)
    const told = await measureBatched(database, ctx, sizes.ingest)
    print(`  mentions, ${sizes.ingest.batch} a commit, ${told.rowsPerMention.toFixed(1)} rows each, mentions a second`)
    print(`    bare batched inserts           ${told.bare.toFixed(0).padStart(7)}`)
    const reached = told.cases >= goal ? 'reached' : 'MISSED'
    const share = (told.cases / told.bare).toFixed(3)
    print(
      `    committed cases                ${told.cases.toFixed(0).padStart(7)}   ${share} of bare; goal ${goal}: ${reached}`,
    )
  } finally {
    await house.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fleet(database: BenchDatabase, print: (line: string) => void): Promise<void> {
  const told = await receiveFleet(database.connection, sizes.fleet)
  print(
    `  ${told.accounts} accounts, ${told.written} mentions, pushed ${told.pushes} times, in ${told.seconds.toFixed(1)} s`,
  )
  print(`    messages ${told.messages}, cases ${told.cases}, in the right place ${told.right}`)
  print(`    calls ${told.calls}, beyond a limit ${told.beyondLimit}`)
  print(`    ledger US$ ${(told.ledger / 1e6).toFixed(3)}, X US$ ${(told.charged / 1e6).toFixed(3)}`)
}
