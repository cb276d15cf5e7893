import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addPerson } from '../agencies/add-person.ts'
import { agencyPaths } from '../agencies/paths.ts'
import { openKentongan } from '../main.ts'
import { openSession } from '../platform/auth/sessions.ts'
import { openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { rounds } from './median.ts'

/** The large register may take at most this many times the small one's. */
const goal = 1.5
const sizes = { small: 100, large: 20_000 }
/** Head, operator and reviewer of today, head and operator of before: 100,000 in all. */
const appointmentsEach = 5

const pages = {
  'register page': agencyPaths.register.href(),
  // fifty rows with either size
  'of one kind': agencyPaths.register.href({}, { jenis: 'subdistrict' }),
  'register of March': agencyPaths.register.href({}, { tanggal: '2026-03-15' }),
  search: agencyPaths.register.href({}, { q: 'Uji Nomor 42' }),
  'search, misspelt': agencyPaths.register.href({}, { q: 'Dinas Ujj Nomr 42' }),
}

/** Prints p95 of the register's pages, asked over HTTP, with 100 and with 20,000 agencies, and their ratio. */
export async function benchRegister(print: (line: string) => void, databaseUrl: string | undefined): Promise<void> {
  const open = databaseUrl === undefined ? embeddedBench : () => givenBench(databaseUrl)
  const houses = {
    small: await openHouse(await open(), sizes.small),
    large: await openHouse(await open(), sizes.large),
  }
  try {
    print(`\n${houses.large.name}`)
    print(`  p95 in ms with ${sizes.small} and ${sizes.large} agencies, ${appointmentsEach} appointments each`)
    for (const [name, path] of Object.entries(pages)) {
      const p95 = await rounds(3, {
        small: () => p95Of(houses.small, path),
        large: () => p95Of(houses.large, path),
      })
      const ratio = p95.large / p95.small
      const verdict = name === 'register page' ? `, goal ${goal}: ${ratio <= goal ? 'reached' : 'MISSED'}` : ''
      print(
        `    ${name.padEnd(20)} ${p95.small.toFixed(1)} ${p95.large.toFixed(1)}   ratio ${ratio.toFixed(2)}${verdict}`,
      )
    }
  } finally {
    await houses.small.close()
    await houses.large.close()
  }
}

type House = Awaited<ReturnType<typeof openHouse>>

async function openHouse(database: BenchDatabase, agencies: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const config = openConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal' })
  const house = await openKentongan(config, database.connection)
  const ctx = house.makeCtx('bench')
  await fill(ctx, agencies)
  const officer = { email: 'petugas@diskominfo.example', name: 'Petugas', role: 'comms-officer', agencyId: null }
  const { id } = accepted(await addPerson(ctx, { ...officer, password: null }))
  const { token } = await openSession(ctx, id, 'bench')
  const base = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    name: database.name,
    ask: (path: string) => fetch(base + path, { headers: { host: 'localhost', cookie: `kentongan=${token}` } }),
    async close() {
      await house.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Half of them renamed in June, so that the register of March is another one. Every name is invented. */
async function fill({ db }: Ctx, agencies: number): Promise<void> {
  const kinds = ['department', 'board', 'district', 'subdistrict', 'subdistrict', 'subdistrict']
  await sql`insert into agency (id, created_at) select 'uji-' || n, now() from generate_series(1, ${agencies}) n`.execute(
    db,
  )
  await sql`
    insert into agency_name (agency_id, from_day, to_day, name, abbreviation, kind, host)
    select 'uji-' || n, first, case when first < '2026-06-01' and n % 2 = 0 then date '2026-06-01' end,
      case when first < '2026-06-01' then 'Dinas Uji Nomor ' else 'Dinas Percobaan Nomor ' end || n, 'Uji ' || n,
      (${kinds}::text[])[1 + n % ${kinds.length}], 'uji-' || n || '.bekasikota.go.id'
    from generate_series(1, ${agencies}) n, unnest(array[date '2017-01-01', date '2026-06-01']) first
    where first < '2026-06-01' or n % 2 = 0`.execute(db)
  await sql`
    insert into person (id, name, email, created_at)
    select gen_random_uuid(), 'Orang Uji ' || n, 'orang-' || n || '@uji.example', now()
    from generate_series(1, ${agencies * appointmentsEach}) n`.execute(db)
  await sql`
    insert into appointment (id, person_id, role, agency_id, from_day, to_day, created_at)
    select gen_random_uuid(), person.id, (array['head', 'operator', 'head', 'operator', 'reviewer'])[1 + n % 5],
      'uji-' || (1 + n / 5), case when n % 5 in (2, 3) then date '2024-01-01' else date '2026-01-01' end,
      case when n % 5 in (2, 3) then date '2026-01-01' end, now()
    from (select id, (row_number() over ())::int - 1 as n from person) person`.execute(db)
  await sql`analyze`.execute(db)
}

/** In milliseconds, of requests one after another. */
async function p95Of({ ask }: House, path: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 45; n++) {
    const started = performance.now()
    const answer = await ask(path)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    if (n >= 5) times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
}
