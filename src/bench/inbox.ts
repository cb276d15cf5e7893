import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addPerson } from '../agencies/add-person.ts'
import { loadRegister } from '../agencies/load-register.ts'
import { findActingPerson } from '../appointments/acting-person.ts'
import { areas } from '../areas.ts'
import { findCases } from '../cases/find-cases.ts'
import { findSimilar } from '../cases/find-similar.ts'
import { filterIn, type InboxFilter } from '../cases/inbox-filter.ts'
import { openCase } from '../cases/open-case.ts'
import { openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { fillCases } from './fill-cases.ts'
import { median } from './median.ts'

const goals = { ratio: 1.5, search: 150, opened: 300, similar: 20 }
const now = new Date('2026-11-23T03:00:00Z')
const words = 'lampu jalan padam di depan sekolah sejak tiga malam, warga takut lewat, mohon segera diperiksa petugas'

/**
 * Prints p95 of the inbox's first page and of each filter with few and with many cases, and their ratio; p95 of searches
 * and of likely duplicates with many; how many cases a second a form opens, committed.
 */
export async function benchInbox(
  print: (line: string) => void,
  databaseUrl: string | undefined,
  { cases = 1_000_000, few = 10_000 }: { cases?: number; few?: number } = {},
): Promise<void> {
  const open = databaseUrl === undefined ? embeddedBench : () => givenBench(databaseUrl)
  const small = await openHouse(await open(), few)
  const large = await openHouse(await open(), cases)
  try {
    print(`\n${large.name}`)
    print(`  filled ${cases} cases and ${5 * cases} events in ${large.filledIn.toFixed(0)} s`)
    await measureInbox(print, small, large, { cases, few })
  } finally {
    await small.close()
    await large.close()
  }
}

export async function measureInbox(
  print: (line: string) => void,
  small: Pick<House, 'ctx'>,
  large: Pick<House, 'ctx'>,
  { cases, few }: { cases: number; few: number },
): Promise<void> {
  print(`  first page of fifty, p95 in ms with ${few} and with ${cases} cases, rows found`)
  const asked = { small: await filters(small.ctx), large: await filters(large.ctx) }
  for (const [name, filter] of Object.entries(asked.large)) {
    const found = { small: 0, large: 0 }
    const ask = (house: Pick<House, 'ctx'>, which: 'small' | 'large') => async () => {
      const given = which === 'small' ? (asked.small[name] ?? filter) : filter
      // A page of as many rows as the small one has: what is compared is finding them, not putting more into words.
      const limit = which === 'small' ? 50 : Math.max(1, found.small)
      found[which] = (await findCases(house.ctx, { ...given, limit })).items.length
    }
    const both = await p95OfBoth({ small: ask(small, 'small'), large: ask(large, 'large') })
    const ratio = both.large / both.small
    print(
      `    ${name.padEnd(24)} ${ms(both.small)} ${ms(both.large)}   ratio ${ratio.toFixed(2)}, goal ${goals.ratio}: ` +
        `${verdict(ratio <= goals.ratio)}   ${found.small} ${found.large}`,
    )
  }
  print(`  search of all agencies and all states, p95 in ms with ${cases} cases, goal ${goals.search}`)
  for (const [name, texts] of Object.entries(await searches(large.ctx))) {
    let rows = 0
    const p95 = await p95Of(async (i) => {
      rows = (await findCases(large.ctx, { text: texts[i % texts.length] ?? '', limit: 50 })).items.length
    })
    print(`    ${name.padEnd(24)} ${ms(p95)}   ${verdict(p95 <= goals.search)}   ${rows} rows`)
  }
  const { rows: newest } = await sql<{ ticket: string }>`
    select ticket from cases order by id desc limit 40`.execute(large.ctx.db)
  const alike = await p95Of((i) => findSimilar(large.ctx, newest[i % newest.length]?.ticket ?? ''))
  print(`    likely the same matter   ${ms(alike)}   goal ${goals.similar}: ${verdict(alike <= goals.similar)}`)
  const opened = median([
    await openedASecond(large.ctx),
    await openedASecond(large.ctx),
    await openedASecond(large.ctx),
  ])
  print(
    `  opened by the form, 16 at once, cases a second: ${opened.toFixed(0)}, goal ${goals.opened}: ${verdict(opened >= goals.opened)}`,
  )
}

const ms = (time: number): string => time.toFixed(1).padStart(7)
const verdict = (reached: boolean): string => (reached ? 'reached' : 'MISSED')

type House = Awaited<ReturnType<typeof openHouse>>

async function openHouse(database: BenchDatabase, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-bench-data-'))
  const config = openConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal' })
  const house = await openKentongan(config, database.connection, () => now)
  const system = house.makeCtx('bench')
  await loadRegister(system)
  for (const area of areas) await area.seed?.(system)
  const started = performance.now()
  await fillCases(database.connection, count, now)
  return {
    name: database.name,
    filledIn: (performance.now() - started) / 1000,
    ctx: await officerOf(system),
    async close() {
      await house.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody of Diskominfostandi, who sees all agencies: what narrows least. */
export async function officerOf(ctx: Ctx): Promise<Ctx> {
  const officer = { email: 'petugas@diskominfo.example', name: 'Petugas', role: 'comms-head', agencyId: null }
  const { id } = accepted(await addPerson(ctx, { ...officer, password: null }))
  const actor = await findActingPerson(ctx, id)
  if (!actor) throw new Error('the officer holds no role')
  return { ...ctx, actor }
}

/** Each filter by a value that lets a middling share through, taken from the data themselves. */
async function filters(ctx: Ctx): Promise<Record<string, InboxFilter>> {
  const { rows } = await sql<Record<string, string>>`
    with running as (select * from cases where state in ('open', 'replied'))
    select
      (select agency_id from running group by 1 order by count(*) desc offset 4 limit 1) as agency,
      (select assignee_id::text from running where assignee_id is not null group by 1 order by count(*) desc offset 4 limit 1) as person,
      (select topic_id::text from running where topic_id is not null group by 1 order by count(*) desc limit 1) as topic,
      (select l.label_id::text from running r join case_labelled l on l.case_id = r.id
        where r.agency_id = (select agency_id from running group by 1 order by count(*) desc offset 4 limit 1)
        group by 1 order by count(*) desc offset 2 limit 1) as label,
      (select district_id from running where district_id is not null group by 1 order by count(*) offset 5 limit 1) as district,
      (select subdistrict_id from running where subdistrict_id is not null group by 1 order by count(*) offset 20 limit 1) as village
  `.execute(ctx.db)
  const { agency, person, topic, label, district, village } = rows[0] ?? {}
  const of = (query: string): InboxFilter => filterIn(new URLSearchParams(query))
  return {
    'all that wait': of(''),
    'keadaan: open': of('keadaan=open'),
    'keadaan: untriaged': of('keadaan=untriaged'),
    'keadaan: held': of('keadaan=held'),
    'keadaan: answered': of('keadaan=answered'),
    'keadaan: closed': of('keadaan=closed'),
    perangkat: of(`perangkat=${agency}`),
    'jenis: complaint': of('jenis=complaint'),
    'jenis: opinion': of('jenis=opinion'),
    'kelas: supervisory': of('kelas=supervisory'),
    'kanal: x': of('kanal=x'),
    'kanal: facebook': of('kanal=facebook'),
    'petugas: a person': of(`petugas=${person}`),
    'petugas: nobody': of('petugas=belum'),
    label: of(`perangkat=${agency}&label=${label}`),
    topik: of(`topik=${topic}`),
    'wilayah: kecamatan': of(`wilayah=${district}`),
    'wilayah: kelurahan': of(`wilayah=${village}`),
    'tenggat: overdue': of('tenggat=overdue'),
    'tenggat: today': of('tenggat=today'),
    'tenggat: this week': of('tenggat=week'),
    'tenggat: paused': of('tenggat=paused'),
    'closed of a kelurahan': of(`keadaan=closed&wilayah=${village}`),
    'closed of a person': of(`keadaan=closed&petugas=${person}`),
    'agency, kind and channel': of(`perangkat=${agency}&jenis=inquiry&kanal=x`),
  }
}

async function searches(ctx: Ctx): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ ticket: string; rare: string }>`
    select ticket, word as rare
    from (select ticket, row_number() over () as n from cases order by id desc limit 40) c
    join (select word, row_number() over (order by md5(word)) as n from case_word where length(word) > 6) w using (n)
  `.execute(ctx.db)
  return {
    'common word': ['jalan', 'lampu', 'air', 'sampah'],
    'common and the agency': ['jalan rusak', 'lampu mati', 'air rumah'],
    'middling word': ['fogging', 'tanggul', 'kabel', 'terminal'],
    'rare word': rows.map(({ rare }) => rare),
    'two words': ['jembatan retak', 'antrean dokter', 'pohon tumbang', 'lampu jalan'],
    'common and rare': rows.map(({ rare }) => `jalan ${rare}`),
    mistyped: ['lmapu', 'jaln', 'sampag', 'jembtan', 'puskemas'],
    'nothing there': ['zzyzx', 'jalan zzyzx'],
    'half a ticket': rows.map(({ ticket }) => ticket.slice(3, 7)),
    '@name': ['@tidak_ada', '@warga_contoh'],
  }
}

async function openedASecond(ctx: Ctx): Promise<number> {
  const count = 800
  const { rows: agencies } = await sql<{
    id: string
  }>`select agency_id as id from agency_name where to_day is null`.execute(ctx.db)
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < count) {
        const n = next++
        accepted(
          await openCase(
            { ...ctx, actor: { kind: 'public' } },
            {
              ...{ agencyId: agencies[n % agencies.length]?.id ?? '', channel: 'form', kind: 'complaint' },
              ...{
                text: `${words} nomor ${n}`,
                place: 'Jalan Umpama',
                reporter: { contact: '0812-0000-0000' },
                receivedAt: now,
              },
            },
          ),
        )
      }
    }),
  )
  return count / ((performance.now() - started) / 1000)
}

const warmUp = 20
const calls = 200

/** In milliseconds, of calls one after another. */
async function p95Of(work: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < warmUp + calls; n++) {
    const time = await timeOf(() => work(n))
    if (n >= warmUp) times.push(time)
  }
  return p95(times)
}

/** The same of two, in turns: of calls this short, what the machine does beside them would decide. */
async function p95OfBoth(work: Record<'small' | 'large', () => Promise<unknown>>) {
  const times = { small: [] as number[], large: [] as number[] }
  for (let n = 0; n < warmUp + calls; n++) {
    const small = await timeOf(work.small)
    const large = await timeOf(work.large)
    if (n < warmUp) continue
    times.small.push(small)
    times.large.push(large)
  }
  return { small: p95(times.small), large: p95(times.large) }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
