import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { areas } from '../areas.ts'
import { addHoliday } from '../calendar/add-holiday.ts'
import type { CaseClass, CaseKind } from '../cases/case.ts'
import { clockColumns } from '../cases/clock-columns.ts'
import { clockTerms } from '../cases/find-rules.ts'
import { recomputeDueDates } from '../cases/recompute-due-dates.ts'
import { deriveClocks } from '../cases/sla-clock.ts'
import { openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { accepted } from '../platform/refusal.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { fillTurnTable } from './fill-turns.ts'
import { median } from './median.ts'

const goal = 20_000
const now = new Date('2026-11-23T03:00:00Z')
/** A fifth of the cases is open; the closed ones make table and indexes as large as a city's. */
const openShare = 5
const agencyId = 'dinkes'
/** A day off of each round: near enough to move nearly every open case. */
const daysOff = ['2026-11-26', '2026-11-25', '2026-11-27', '2026-11-24']

/** Prints how many open cases a second are counted anew after a day off was added, beside a bare update of them. */
export async function benchRecompute(
  print: (line: string) => void,
  databaseUrl: string | undefined,
  { cases = 500_000 }: { cases?: number } = {},
): Promise<void> {
  const database = await (databaseUrl === undefined ? embeddedBench() : givenBench(databaseUrl))
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const house = await openKentongan(openConfig({ DATA_DIR: folder, LOG_LEVEL: 'warn' }), database.connection, () => now)
  try {
    const ctx = house.makeCtx('bench')
    for (const area of areas) await area.seed?.(ctx)
    await fill(ctx, cases)
    await fillTurnTable(database.connection)
    print(`\n${database.name}`)
    print(`  ${cases / openShare} open cases among ${cases}, with their turns; a day off added, cases a second`)
    await measure(database, ctx, print)
  } finally {
    await house.stop()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(database: BenchDatabase, ctx: Ctx, print: (line: string) => void): Promise<void> {
  const seen: number[] = []
  const moved: number[] = []
  const bare: number[] = []
  const rows = await rowsToWrite(ctx)
  for (const day of daysOff) {
    const off = { day, kind: 'national', name: 'Libur uji', decree: 'SKB uji', from: '2026-11-23' }
    accepted(await addHoliday(ctx, off))
    await sql`vacuum analyze cases, turn`.execute(ctx.db)
    const started = performance.now()
    const told = await recomputeDueDates(ctx, 'Libur uji ditambahkan.')
    const seconds = (performance.now() - started) / 1000
    seen.push(told.seen / seconds)
    moved.push(told.moved / seconds)
    await sql`vacuum analyze cases, turn`.execute(ctx.db)
    bare.push(await bareUpdate(database, rows))
  }
  const ours = median(moved)
  print(`    bare update of the same rows   ${median(bare).toFixed(0).padStart(7)}`)
  print(`    looked at                      ${median(seen).toFixed(0).padStart(7)}`)
  print(
    `    moved, with an event each      ${ours.toFixed(0).padStart(7)}   ${(ours / median(bare)).toFixed(2)} of bare, ` +
      `goal ${goal}: ${ours >= goal ? 'reached' : 'MISSED'}`,
  )
}

const rowsToWrite = async (ctx: Ctx): Promise<{ id: string; clocks: string }[]> =>
  (
    await sql<{ id: string; clocks: string }>`
    select id, clocks::text as clocks from cases where state <> 'closed' order by id`.execute(ctx.db)
  ).rows

/** The same rows in pages of as many, a commit each; nothing is counted and no event written. */
async function bareUpdate({ connection }: BenchDatabase, rows: { id: string; clocks: string }[]): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const started = performance.now()
    for (let at = 0; at < rows.length; at += 1000) {
      const page = rows.slice(at, at + 1000)
      // One JSON text, as ours sends it: the client's arrays would be what is measured.
      await client.query(
        `update cases set clocks = told.clocks, next_due_at = next_due_at + interval '1 second',
           next_warn_at = next_warn_at + interval '1 second'
         from json_to_recordset($1::json) as told (id uuid, clocks jsonb) where cases.id = told.id`,
        [`[${page.map(({ id, clocks }) => `{"id":"${id}","clocks":${clocks}}`).join(',')}]`],
      )
    }
    return rows.length / ((performance.now() - started) / 1000)
  } finally {
    await client.end()
  }
}

const sorts: [kind: CaseKind, depth: CaseClass][] = [
  ['complaint', 'plain'],
  ['complaint', 'plain'],
  ['complaint', 'not-supervisory'],
  ['complaint', 'supervisory'],
  ['inquiry', 'plain'],
]

/** Received over the last days; a third of the open ones have had their first reply. */
async function fill(ctx: Ctx, total: number): Promise<void> {
  await ctx.db
    .insertInto('agency')
    .values({ id: agencyId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const terms = await clockTerms(ctx, agencyId)
  for (let at = 0; at < total; at += 5000) {
    const rows = Array.from({ length: 5000 }, (_, n) => {
      const number = at + n
      const isOpen = number % openShare === 0
      const [kind, depth] = sorts[number % sorts.length] ?? ['complaint', 'plain']
      const receivedAt = new Date(now.getTime() - (number % 6000) * 60_000)
      const replied = { by: 'agency', at: new Date(receivedAt.getTime() + 60_000), final: !isOpen } as const
      const hasReply = !isOpen || number % 3 === 0
      const subject = { kind, class: depth, agencyId }
      const { clocks, state } = deriveClocks(terms, subject, [
        { by: 'citizen', at: receivedAt },
        ...(hasReply ? [replied] : []),
        ...(isOpen ? [] : [{ by: 'closing' as const, at: new Date(receivedAt.getTime() + 120_000) }]),
      ])
      return { number, kind, depth, state, receivedAt, ...clockColumns(terms, subject, clocks) }
    })
    await insert(ctx, rows)
  }
  await sql`analyze`.execute(ctx.db)
}

type Filled = ReturnType<typeof clockColumns> & {
  number: number
  kind: string
  depth: string
  state: string
  receivedAt: Date
}

const insert = (ctx: Ctx, rows: readonly Filled[]) =>
  sql`
    insert into cases (id, ticket, register_agency_id, register_year, register_number, agency_id, channel, kind, class,
      state, subject, received_at, opened_at, state_since, next_step, next_due_at, next_started_at, next_minutes,
      next_warn_at, clocks)
    select id, 'KB-' || number, ${agencyId}, 2026, number, ${agencyId}, 'form', kind, class, state,
      'Lampu jalan mati di depan puskesmas', received_at, received_at, received_at, next_step, next_due_at,
      next_started_at, next_minutes, next_warn_at, clocks
    from unnest(
      ${rows.map(newId)}::uuid[], ${rows.map(({ number }) => number)}::integer[], ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ depth }) => depth)}::text[], ${rows.map(({ state }) => state)}::text[],
      ${rows.map(({ receivedAt }) => receivedAt)}::timestamptz[], ${rows.map((row) => row.next_step)}::text[],
      ${rows.map((row) => row.next_due_at)}::timestamptz[], ${rows.map((row) => row.next_started_at)}::timestamptz[],
      ${rows.map((row) => row.next_minutes)}::double precision[], ${rows.map((row) => row.next_warn_at)}::timestamptz[],
      ${rows.map((row) => row.clocks)}::jsonb[]
    ) as told (id, number, kind, class, state, received_at, next_step, next_due_at, next_started_at, next_minutes,
      next_warn_at, clocks)`.execute(ctx.db)
