import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from '../platform/db/connect.ts'
import { texts, wordList } from './case-words.ts'

/** Months of work, as a city has it: filled straight into the tables, keeping what the commands keep. */
const years = 3
const vocabulary = 20_000

const tables = ['cases', 'case_message', 'case_search', 'case_word', 'case_labelled', 'event', 'reporter']

/**
 * Fills a migrated and seeded database with `count` cases, five events each: 99 agencies of uneven size, six of a
 * hundred running, three years back, texts with the frequencies of real ones, labels, people, places. In set-based SQL,
 * indexes made afterwards.
 */
export async function fillCases(connection: Connection, count: number, now: Date): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // Neither keys nor followers are asked for each row: what is written keeps the invariants by itself.
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off;
      set jit = off; select setseed(0.42)`)
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select c.relname as name, pg_get_indexdef(c.oid) as made
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
       where t.relname = any($1) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
      [tables],
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await fillTexts(client, Math.min(count, 100_000))
    for (const statement of statements(count, now)) await client.query(statement)
    for (const { made } of indexes) await client.query(made)
    await client.query('drop table bench_text, bench_case')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const file = join(import.meta.dirname, 'fill-cases.sql')

const statements = (count: number, now: Date): string[] =>
  readFileSync(file, 'utf8')
    .replaceAll(':count', String(count))
    .replaceAll(':years', String(years))
    .replaceAll(':now::', `'${now.toISOString()}'::`)
    .split(/;\n/)
    .filter((text) => text.trim() !== '')

/** Fewer texts than cases: which words a case holds is what is measured, not that no two are alike. */
async function fillTexts(client: pg.Client, count: number): Promise<void> {
  await client.query('create table bench_text (id serial primary key, text text not null, words tsvector)')
  const all = texts(count, wordList(vocabulary))
  for (let at = 0; at < all.length; at += 10_000)
    await client.query('insert into bench_text (text) select unnest($1::text[])', [all.slice(at, at + 10_000)])
  await client.query(`update bench_text set words = strip(to_tsvector('indonesian', text)); analyze bench_text`)
}
