import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addPerson } from '../agencies/add-person.ts'
import { loadRegister } from '../agencies/load-register.ts'
import { areas } from '../areas.ts'
import { messageFigures } from '../figures/message-figures.ts'
import { figurePaths } from '../figures/paths.ts'
import { openKentongan } from '../main.ts'
import { openSession } from '../platform/auth/sessions.ts'
import { openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { recordAll } from '../platform/events.ts'
import { accepted } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { fillCases } from './fill-cases.ts'
import { fillTurnTable } from './fill-turns.ts'
import { rounds } from './median.ts'

const now = new Date('2026-11-23T03:00:00Z')

const month = { dari: '2026-10', sampai: '2026-10' }
const year = { dari: '2025-12', sampai: '2026-11' }

/** What is asked, and by whom: the city's officer, or a reviewer of the agency with the most cases. */
const pages = {
  "city's month": ['city', figurePaths.figures.href({}, { ...month, menurut: 'agency' })],
  "city's month, by kelurahan": ['city', figurePaths.figures.href({}, { ...month, menurut: 'subdistrict' })],
  "city's month, broken: the list": ['city', figurePaths.list.href({}, { ...month, angka: 'late' })],
  "city's year": ['city', figurePaths.figures.href({}, { ...year, menurut: 'agency' })],
  "agency's month": ['agency', figurePaths.figures.href({}, month)],
  "agency's year": ['agency', figurePaths.figures.href({}, year)],
} as const

/** Prints how long the figures take over HTTP with few and with many cases, and what following costs. */
export async function benchFigures(
  print: (line: string) => void,
  databaseUrl: string | undefined,
  { cases = 1_000_000, few = 10_000 }: { cases?: number; few?: number } = {},
): Promise<void> {
  const open = databaseUrl === undefined ? embeddedBench : () => givenBench(databaseUrl)
  const opened: { close: () => Promise<void> }[] = []
  try {
    const houses = {
      small: await openHouse(await open(), few, opened),
      large: await openHouse(await open(), cases, opened),
    }
    print(`\n${houses.large.name}`)
    print(`  p95 in ms with ${few} and ${cases} cases (five events each), and growth`)
    const compare = async (name: string, ask: (house: House) => Promise<unknown>) => {
      const p95 = await rounds(3, {
        small: () => p95Of(() => ask(houses.small)),
        large: () => p95Of(() => ask(houses.large)),
      })
      const [small, large] = [p95.small.toFixed(1).padStart(8), p95.large.toFixed(1).padStart(8)]
      print(`    ${name.padEnd(32)} ${small} ${large}   x${(p95.large / p95.small).toFixed(1)}`)
    }
    for (const [name, [who, path]] of Object.entries(pages)) await compare(name, (house) => house.ask(who, path))
    await compare("report: an agency's month", ({ ctx, agencyId }) => messageFigures(ctx, agencyId, '2026-10'))
    const rate = await followRate(houses.large.ctx)
    print(
      `  due dates of open cases followed, in events of 1,000: ${rate.toFixed(0)} cases a second (recording included)`,
    )
  } finally {
    for (const { close } of opened.reverse()) await close()
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

/** What has to be closed again is noted at once: filling may fail. */
async function openHouse(database: BenchDatabase, cases: number, opened: { close: () => Promise<void> }[]) {
  opened.push(database)
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const config = openConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal' })
  const house = await openKentongan(config, database.connection, () => now)
  opened.push({
    async close() {
      await house.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  })
  const ctx = house.makeCtx('bench')
  for (const area of areas) await area.seed?.(ctx)
  await loadRegister(ctx)
  await fillCases(database.connection, cases, now)
  await fillTurnTable(database.connection)
  const agencyId = await busiestAgency(ctx)
  const cookies = {
    city: await cookieOf(ctx, { role: 'comms-officer', agencyId: null }),
    agency: await cookieOf(ctx, { role: 'reviewer', agencyId }),
  }
  const base = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    name: database.name,
    ...{ ctx, agencyId },
    async ask(who: keyof typeof cookies, path: string) {
      const answer = await fetch(base + path, { headers: { host: 'localhost', cookie: cookies[who] } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    },
  }
}

async function busiestAgency(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select agency_id as id from cases group by 1 order by count(*) desc limit 1`.execute(ctx.db)
  return rows[0]?.id ?? ''
}

async function cookieOf(ctx: Ctx, held: { role: string; agencyId: string | null }): Promise<string> {
  const person = { email: `${held.role}@figures.example`, name: 'Petugas Contoh', password: null, from: '2026-01-05' }
  const { id } = accepted(await addPerson(ctx, { ...person, ...held }))
  return `kentongan=${(await openSession(ctx, id, 'bench')).token}`
}

/** In milliseconds, of asking one after another. */
async function p95Of(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 22; n++) {
    const started = performance.now()
    await ask()
    if (n >= 2) times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
}

/** Cases a second whose final answer's end moved, each with its event, as a change of calendar records them. */
async function followRate(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string; agency_id: string }>`
    select id, agency_id from cases where state in ('open', 'replied') order by id limit 20000`.execute(ctx.db)
  const started = performance.now()
  for (let at = 0; at < rows.length; at += 1000)
    await transaction(ctx, (ctx) =>
      recordAll(
        ctx,
        'case.due-changed',
        rows.slice(at, at + 1000).map(({ id, agency_id }) => ({
          ...{ thing: 'case', id, agencyId: agency_id },
          after: { reason: 'Uji', clocks: [{ step: 'final-answer', dueAt: new Date(now.getTime() + 86_400_000) }] },
        })),
      ),
    )
  return rows.length / ((performance.now() - started) / 1000)
}
