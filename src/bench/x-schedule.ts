import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { areas } from '../areas.ts'
import { saveConnection } from '../channels/connect-account.ts'
import { registerAccount } from '../channels/register-account.ts'
import { wakeAccount } from '../channels/release-post.ts'
import { takeUpLeftovers } from '../channels/send-waiting.ts'
import { exampleClient, type FakeX, startFakeX } from '../channels/x/fake/fake-x.ts'
import { type Kentongan, openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Connection } from '../platform/db/connect.ts'
import { accepted } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'

export interface ScheduleSize {
  accounts: number
  posts: number
  /** Posts of the first account: more than X lets one account send in its window. */
  crowded: number
  /** How long X takes over each post, in milliseconds. */
  latency: number
}

export interface ScheduleFigures {
  published: number
  /** Approved still, waiting for the window of the crowded account to open. */
  waiting: number
  /** Any that waits although its account's limit is not reached, was held, lost, or sent twice. */
  wrong: number
  /** Posts that went out before one of their account that was due earlier. */
  outOfOrder: number
  callsBeyondLimit: number
  /** Seconds after the minute at which they were due, of those that were published. */
  late: { median: number; p95: number; most: number }
}

/** Posts of many accounts, all due at one minute, sent by the worker as it runs; X answers each after `latency`. */
export async function sendFleet(connection: Connection, size: ScheduleSize): Promise<ScheduleFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-schedule-'))
  const x = await startFakeX()
  const house = await openKentongan(configFor(folder, x), connection)
  try {
    const ctx = house.makeCtx('schedule')
    for (const area of areas) await area.seed?.(ctx)
    x.fail({ kind: 'slow', ms: size.latency, method: 'POST', path: '/2/tweets', times: 1_000_000 })
    const ids = await connectAll(ctx, x, size.accounts)
    const due = new Date(Date.now() + 4_000)
    await schedule(ctx, ids, due, size)
    await house.platform.queue.work(house.makeCtx)
    await untilQuiet(house)
    return await count(ctx, x, ids, due, size)
  } finally {
    await house.stop()
    await x.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const configFor = (folder: string, x: FakeX) =>
  openConfig({
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    X_API_URL: x.url,
    X_AUTHORIZE_URL: `${x.url}/i/oauth2/authorize`,
    X_TOKEN_URL: `${x.url}/2/oauth2/token`,
    X_CLIENT_ID: exampleClient.id,
    X_CLIENT_SECRET: exampleClient.secret,
  })

async function connectAll(ctx: Ctx, x: FakeX, accounts: number): Promise<string[]> {
  const agencyId = await anAgency(ctx)
  const ids: string[] = []
  for (let i = 0; i < accounts; i += 1) {
    const handle = `jadwal_${i}`
    const account = accepted(await registerAccount(ctx, { agencyId, handle, holder: 'Humas' }))
    const { id, accessToken, refreshToken } = x.signIn(handle)
    const tokens = { accessToken, refreshToken, expires: new Date(Date.now() + 7_200_000) }
    accepted(await saveConnection(ctx, account, tokens, { id, username: handle, name: handle }))
    ids.push(account.id)
  }
  return ids
}

async function anAgency(ctx: Ctx): Promise<string> {
  const known = await ctx.db.selectFrom('agency').select('id').orderBy('id').executeTakeFirst()
  if (known) return known.id
  const id = 'dinkes'
  const named = { agency_id: id, from_day: '2017-01-01', name: 'Dinas Kesehatan', abbreviation: 'Dinkes', host: null }
  await ctx.db.insertInto('agency').values({ id, created_at: ctx.now }).execute()
  await ctx.db
    .insertInto('agency_name')
    .values({ ...named, kind: 'department', recorded_at: ctx.now })
    .execute()
  return id
}

/** As approved before: their order is that of their ids. */
async function schedule(ctx: Ctx, ids: readonly string[], due: Date, size: ScheduleSize): Promise<void> {
  const others = ids.length - 1
  for (const [i, id] of ids.entries()) {
    const rest = size.posts - size.crowded
    const posts = i === 0 ? size.crowded : Math.floor(rest / others) + (i <= rest % others ? 1 : 0)
    await insertPosts(ctx, id, due, posts)
    await transaction(ctx, (ctx) => wakeAccount(ctx, id, due))
  }
}

async function insertPosts(ctx: Ctx, id: string, due: Date, posts: number): Promise<void> {
  await sql`
    insert into post (id, agency_id, account_id, purpose, text, theme, state, state_since, author_id, author_name,
      created_at, scheduled_for, due_at)
    select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(${id}), 1, 12))::uuid, a.agency_id, a.id,
      'broadcast', 'Siaran ' || n || ' akun ' || a.handle, 'community', 'approved', ${ctx.now}, '', 'Bench', ${ctx.now},
      ${due}, ${due}
    from social_account a, generate_series(1, ${sql.lit(posts)}) n where a.id = ${id}`.execute(ctx.db)
}

/** Until nothing is on its way any more and what is due waits for a limit. The sweep of every minute runs each second. */
async function untilQuiet(house: Kentongan): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const ctx = house.makeCtx('schedule')
    await takeUpLeftovers(ctx)
    const open = await ctx.db
      .selectFrom('post')
      .select('id')
      .where('state', 'in', ['approved', 'sending', 'unconfirmed'])
      .where('waits_for', 'is distinct from', 'limit')
      .limit(1)
      .executeTakeFirst()
    if (!open) return
  }
}

async function count(
  ctx: Ctx,
  x: FakeX,
  ids: readonly string[],
  due: Date,
  size: ScheduleSize,
): Promise<ScheduleFigures> {
  const posts = await ctx.db
    .selectFrom('post')
    .select(['id', 'account_id', 'state', 'waits_for', 'external_id', 'published_at'])
    .orderBy('id')
    .execute()
  const published = posts.filter(({ state }) => state === 'published')
  const waiting = posts.filter(({ state, waits_for }) => state === 'approved' && waits_for === 'limit')
  const crowded = ids[0]
  const seconds = published
    .map(({ published_at }) => ((published_at?.getTime() ?? 0) - due.getTime()) / 1000)
    .sort((a, b) => a - b)
  const stored = Array.from({ length: size.accounts }, (_, i) => x.tweetsOf(`jadwal_${i}`)).flat()
  const texts = new Set(stored.map(({ text, authorId }) => `${authorId} ${text}`))
  return {
    published: published.length,
    waiting: waiting.length,
    wrong:
      posts.length -
      published.length -
      waiting.length +
      waiting.filter(({ account_id }) => account_id !== crowded).length +
      (stored.length - texts.size) +
      Math.abs(stored.length - published.length),
    outOfOrder: ids.reduce((sum, id) => sum + overtaken(published.filter(({ account_id }) => account_id === id)), 0),
    callsBeyondLimit: x.beyondLimit.length,
    late: {
      median: seconds[Math.floor(seconds.length / 2)] ?? 0,
      p95: seconds[Math.floor(seconds.length * 0.95)] ?? 0,
      most: seconds.at(-1) ?? 0,
    },
  }
}

/** How often the next in order has a smaller id at X than the one before it. */
const overtaken = (posts: readonly { external_id: string | null }[]): number =>
  posts.filter(({ external_id }, i) => i > 0 && BigInt(external_id ?? 0) < BigInt(posts[i - 1]?.external_id ?? 0))
    .length
