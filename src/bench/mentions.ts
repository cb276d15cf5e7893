import pg from 'pg'
import { registerAccount } from '../channels/register-account.ts'
import { takeMentions } from '../channels/take-mentions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { accepted } from '../platform/refusal.ts'
import { addBenchAgency } from './bench-agency.ts'
import type { BenchDatabase } from './database.ts'
import { rounds } from './median.ts'

export interface MentionFigures {
  /** Mentions in one commit: X gives at most 100 a page. */
  batch: number
  rowsPerMention: number
  /** Mentions a second that became committed cases. */
  cases: number
  /** The same, had each mention been nothing but inserts of as many rows. */
  bare: number
}

type Mention = Parameters<typeof takeMentions>[2][number]

/**
 * Mentions turned into committed cases, against inserts of as many rows into one plain table: a row a statement, and
 * as many commits. Which rows a mention makes is counted in the database, not assumed.
 */
export async function measureMentions(
  { connection }: BenchDatabase,
  ctx: Ctx,
  agencyId: string,
  { batch, mentions, count }: { batch: number; mentions: number; count: number },
): Promise<MentionFigures> {
  const account = accepted(await registerAccount(ctx, { agencyId, handle: `bench_${batch}`, holder: 'Sari Contoh' }))
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(table)
    let next = 1_900_000_000_000_000_000n + BigInt(batch) * 1_000_000n
    const take = async () => {
      const posts = Array.from({ length: mentions }, () => mention(String(next++), ctx.now))
      for (let i = 0; i < mentions; i += batch) await takeMentions(ctx, account, posts.slice(i, i + batch))
    }
    await take()
    const before = await rowsIn(client)
    await take()
    const rowsPerMention = Math.round((await rowsIn(client)) - before) / mentions
    const perSecond = (work: () => Promise<void>) => async () => {
      const started = performance.now()
      await work()
      return mentions / ((performance.now() - started) / 1000)
    }
    const insert = () => insertRows(client, agencyId, ctx.now, mentions / batch, Math.round(batch * rowsPerMention))
    return { batch, rowsPerMention, ...(await rounds(count, { bare: perSecond(insert), cases: perSecond(take) })) }
  } finally {
    await client.end()
  }
}

/** Accounts that are read at the same time: as many as one worker reads. */
const lanes = ['lajur-1', 'lajur-2', 'lajur-3', 'lajur-4']

/**
 * The same for the accounts of four agencies at a time, against the best that bare inserts can do: as many rows in one
 * statement a commit, over four connections. `batch` is what is taken in one commit.
 */
export async function measureBatched(
  { connection }: BenchDatabase,
  ctx: Ctx,
  { batch, mentions, count }: { batch: number; mentions: number; count: number },
): Promise<MentionFigures> {
  const accounts = await Promise.all(lanes.map((lane, i) => openLane(ctx, lane, `bench_lane_${i}`)))
  const clients = await Promise.all(lanes.map(() => connected(connection)))
  const [client] = clients
  if (!client) throw new Error('no connection')
  try {
    await client.query(table)
    let next = 1_950_000_000_000_000_000n
    const inLanes = (work: (lane: number) => Promise<unknown>) => async () => {
      const started = performance.now()
      await Promise.all(
        lanes.map(async (_, lane) => {
          for (let i = 0; i < mentions / lanes.length; i += batch) await work(lane)
        }),
      )
      return mentions / ((performance.now() - started) / 1000)
    }
    const take = inLanes(async (lane) => {
      const account = accounts[lane]
      const posts = Array.from({ length: batch }, () => mention(String(next++), ctx.now))
      if (account) await takeMentions(ctx, account, posts)
    })
    await take()
    const before = await rowsIn(client)
    await take()
    const rowsPerMention = ((await rowsIn(client)) - before) / mentions
    const rows = Math.round(batch * rowsPerMention)
    const insert = inLanes(async (lane) => insertMany(clients[lane] ?? client, 'lajur-1', ctx.now, rows))
    return { batch, rowsPerMention, ...(await rounds(count, { bare: insert, cases: take })) }
  } finally {
    for (const one of clients) await one.end()
  }
}

async function connected(connection: BenchDatabase['connection']): Promise<pg.Client> {
  const client = new pg.Client(connection)
  await client.connect()
  return client
}

async function openLane(ctx: Ctx, agencyId: string, handle: string) {
  await addBenchAgency(ctx, agencyId)
  return accepted(await registerAccount(ctx, { agencyId, handle, holder: 'Sari Contoh' }))
}

const table = 'create table if not exists bench_row (id uuid primary key, agency_id text, at timestamptz, text text)'

const insertMany = (client: pg.Client, agencyId: string, at: Date, rows: number): Promise<unknown> =>
  client.query({
    name: 'bench_rows',
    text: 'insert into bench_row (id, agency_id, at, text) select id, $2, $3, $4 from unnest($1::uuid[]) as id',
    values: [Array.from({ length: rows }, newId), agencyId, at, text],
  })

const text = '@dinas_contoh lampu jalan di depan puskesmas sudah tiga malam padam, mohon diperiksa. Terima kasih.'

const mention = (id: string, now: Date): Mention => ({
  ...{ id, authorId: `8${id}`, text, createdAt: new Date(now.getTime() - 60_000), conversationId: id },
  ...{ repliedTo: null, quoted: null, isRepost: false, versions: [id], named: [] },
})

async function insertRows(client: pg.Client, agencyId: string, at: Date, commits: number, rows: number): Promise<void> {
  const statement = {
    name: 'bench_row',
    text: 'insert into bench_row (id, agency_id, at, text) values ($1, $2, $3, $4)',
  }
  for (let commit = 0; commit < commits; commit++) {
    await client.query('begin')
    for (let row = 0; row < rows; row++) await client.query({ ...statement, values: [newId(), agencyId, at, text] })
    await client.query('commit')
  }
}

/** All rows of all our tables, the queue's included. */
async function rowsIn(client: pg.Client): Promise<number> {
  const tables = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'pgboss') and c.relname <> 'bench_row'`)
  const counts = tables.rows.map(({ name }) => `select count(*) as rows from ${name}`)
  const { rows } = await client.query<{ sum: string }>(
    `select sum(rows) from (${counts.join(' union all ')}) as all_tables`,
  )
  return Number(rows[0]?.sum)
}
