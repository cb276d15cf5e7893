import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { areas } from '../areas.ts'
import { saveConnection } from '../channels/connect-account.ts'
import { keepPush } from '../channels/keep-push.ts'
import { lookForMentions } from '../channels/look-for-mentions.ts'
import { registerAccount } from '../channels/register-account.ts'
import { takeEvents } from '../channels/take-events.ts'
import { exampleClient, type FakeX, startFakeX } from '../channels/x/fake/fake-x.ts'
import { type Kentongan, openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import type { Connection } from '../platform/db/connect.ts'
import { accepted } from '../platform/refusal.ts'
import { addBenchAgency } from './bench-agency.ts'

export interface FleetFigures {
  accounts: number
  /** Mentions that citizens wrote, each to one account. */
  written: number
  pushes: number
  messages: number
  cases: number
  /** Messages that stand in the case of their author, conversation and account, and in no other. */
  right: number
  calls: number
  beyondLimit: number
  /** Millionths of a US dollar. */
  ledger: number
  charged: number
  seconds: number
}

/**
 * Many accounts hear many mentions: a fake X pushes each twice and out of order while several workers poll all accounts
 * at once. A third of the mentions goes on in a conversation that its author began, and then joins a case.
 */
export async function receiveFleet(
  connection: Connection,
  { accounts, mentions }: { accounts: number; mentions: number },
): Promise<FleetFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-fleet-'))
  const x = await startFakeX()
  const house = await openKentongan(configFor(folder, x), connection)
  try {
    for (const area of areas) await area.seed?.(house.makeCtx('fleet'))
    const ids = await connectAll(house, x, accounts)
    await house.app.listen({ host: '127.0.0.1', port: 0 })
    house.platform.config.baseUrl = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
    await keepPush(house.makeCtx('fleet'))
    const started = performance.now()
    const pushes = await writeAndReceive(house, x, ids, mentions)
    const seconds = (performance.now() - started) / 1000
    return { accounts, written: accounts * mentions, pushes, seconds, ...(await count(house, x)) }
  } finally {
    await house.stop()
    await x.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function configFor(folder: string, x: FakeX) {
  return openConfig({
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    X_API_URL: x.url,
    X_AUTHORIZE_URL: `${x.url}/i/oauth2/authorize`,
    X_TOKEN_URL: `${x.url}/2/oauth2/token`,
    X_CLIENT_ID: exampleClient.id,
    X_CLIENT_SECRET: exampleClient.secret,
    X_BEARER_TOKEN: exampleClient.bearerToken,
    X_CONSUMER_SECRET: exampleClient.consumerSecret,
  })
}

async function connectAll(house: Kentongan, x: FakeX, accounts: number): Promise<string[]> {
  const ctx = house.makeCtx('fleet')
  await addBenchAgency(ctx, 'dinkes')
  const ids: string[] = []
  for (let i = 0; i < accounts; i += 1) {
    const handle = `instansi_${i}`
    const input = { agencyId: 'dinkes', handle, holder: 'Humas' }
    const account = accepted(await registerAccount(ctx, input))
    const { id, accessToken, refreshToken } = x.signIn(handle)
    const tokens = { accessToken, refreshToken, expires: new Date(Date.now() + 7_200_000) }
    accepted(await saveConnection(ctx, account, tokens, { id, username: handle, name: handle }))
    ids.push(account.id)
  }
  return ids
}

const rounds = 5

/** Citizens write in rounds; after each one X pushes and everything polls, twice and at the same time. */
async function writeAndReceive(house: Kentongan, x: FakeX, ids: readonly string[], mentions: number): Promise<number> {
  let pushes = 0
  const begun = new Map<string, string>()
  for (let round = 0; round < rounds; round += 1) {
    for (let n = Math.floor((mentions * round) / rounds); n < Math.floor((mentions * (round + 1)) / rounds); n += 1)
      for (let i = 0; i < ids.length; i += 1) {
        const author = `warga_${i}_${n % 3 === 2 ? n - 1 : n}`
        const repliedTo = n % 3 === 2 ? (begun.get(author) ?? null) : null
        const { id } = x.writeAs(author, { text: `@instansi_${i} laporan ke-${n}: jalan berlubang`, repliedTo })
        begun.set(author, id)
      }
    const pushed = x.deliver({ order: 'shuffled', times: 2, perBody: 20 })
    await Promise.all([pollAll(house, ids), pollAll(house, [...ids].reverse())])
    pushes += (await pushed).filter((status) => status === 200).length
    pushes += (await x.deliver({ again: true, order: 'reversed', perBody: 100 })).length
  }
  await pollAll(house, ids)
  for (const accountId of ids) await takeEvents(house.makeCtx('fleet'), { accountId })
  return pushes
}

/** As two processes with two workers each would. */
async function pollAll(house: Kentongan, ids: readonly string[]): Promise<void> {
  const left = [...ids]
  await Promise.all(
    [1, 2].map(async () => {
      for (let accountId = left.shift(); accountId; accountId = left.shift())
        await lookForMentions(house.makeCtx('fleet'), { accountId })
    }),
  )
}

async function count({ platform: { db } }: Kentongan, x: FakeX) {
  const one = async (query: ReturnType<typeof sql<{ count: string }>>): Promise<number> =>
    Number((await query.execute(db)).rows[0]?.count ?? 0)
  return {
    messages: await one(
      sql`select count(*) from message m join social_account a on a.id = m.account_id where a.handle like 'instansi\_%'`,
    ),
    cases: await one(
      sql`select count(*) from cases c join social_account a on a.id::text = c.account_id where a.handle like 'instansi\_%'`,
    ),
    right: await one(sql`
      select count(*) from message m
      join social_account a on a.id = m.account_id
      join case_message w on w.channel = 'x' and w.external_id = m.account_id || '/' || m.external_id
      join cases c on c.id = w.case_id
      where a.handle like 'instansi\_%' and c.account_id = m.account_id::text
        and c.conversation_key = m.account_id || '/' || m.conversation_id || '/' || m.author_id
        and not exists (select from cases o where o.conversation_key = c.conversation_key and o.id <> c.id)`),
    calls: x.calls.length,
    beyondLimit: x.beyondLimit.length,
    ledger: await one(sql`
      select coalesce(sum(micros), 0) as count from channel_charge c
      join social_account a on a.id = c.account_id where a.handle like 'instansi\_%'`),
    charged: x.charged(),
  }
}
