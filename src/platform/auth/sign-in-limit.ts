import ipaddr from 'ipaddr.js'
import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { digest } from '../secrets.ts'
import { transaction } from '../transaction.ts'
import './tables.ts'

const window = 15 * 60_000

/**
 * Failures within the window after which further tries are refused (OWASP: throttle per account and per address):
 * one account from one address; one account from everywhere, so that many addresses gain nothing; one address for
 * all accounts. The first is the lowest, so that a stranger's guesses rarely keep the owner out.
 */
const limits = { pair: 10, account: 40, address: 50 }

interface Try {
  account: string
  address: string
}

/** The network an address stands for: an IPv6 customer has a whole /64 to guess from. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return (parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}

const keysOf = ({ account, address }: Try): Record<keyof typeof limits, Buffer> => {
  const network = networkOf(address)
  return {
    pair: digest(`pair:${account} ${network}`),
    account: digest(`account:${account}`),
    address: digest(`address:${network}`),
  }
}

/**
 * Takes one try, or answers false when there were too many failures lately. It is written down as failed before
 * anything is compared, and tries on one account or from one network wait for each other here, so that none slips
 * past the count; `giveBack` takes it back.
 */
export async function takeTry(ctx: Ctx, one: Try): Promise<boolean> {
  const keys = keysOf(one)
  return transaction(ctx, async (ctx) => {
    for (const key of [keys.account, keys.address])
      await sql`select pg_advisory_xact_lock(${String(key.readBigInt64BE())})`.execute(ctx.db)
    if (await isUsedUp(ctx, keys)) return false
    const rows = Object.values(keys).map((subject) => ({ subject, at: ctx.now }))
    await ctx.db.insertInto('sign_in_failure').values(rows).execute()
    return true
  })
}

async function isUsedUp(ctx: Ctx, keys: ReturnType<typeof keysOf>): Promise<boolean> {
  const rows = await ctx.db
    .selectFrom('sign_in_failure')
    .select(['subject', sql<number>`count(*)::int`.as('count')])
    .where('subject', 'in', Object.values(keys))
    .where('at', '>', new Date(ctx.now.getTime() - window))
    .groupBy('subject')
    .execute()
  const counted = (key: Buffer): number => rows.find(({ subject }) => subject.equals(key))?.count ?? 0
  return (['pair', 'account', 'address'] as const).some((name) => counted(keys[name]) >= limits[name])
}

/** The try just taken was no failure. */
export async function giveBack(ctx: Ctx, one: Try): Promise<void> {
  await sql`
    delete from sign_in_failure where ctid in (
      select distinct on (subject) ctid from sign_in_failure
      where subject in (${sql.join(Object.values(keysOf(one)))}) and at = ${ctx.now})`.execute(ctx.db)
}

/** Somebody signed in: what they mistyped from this address before is forgotten. Guesses from elsewhere are not. */
export async function clearFailures(ctx: Ctx, one: Try): Promise<void> {
  await ctx.db.deleteFrom('sign_in_failure').where('subject', '=', keysOf(one).pair).execute()
}

/** The account has a new password: guesses at the old one, from wherever, count no more for the account. */
export async function forgiveAccount(ctx: Ctx, account: string): Promise<void> {
  await ctx.db
    .deleteFrom('sign_in_failure')
    .where('subject', '=', keysOf({ account, address: '' }).account)
    .execute()
}

/** Failures that count no more. */
export async function sweepFailures(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('sign_in_failure')
    .where('at', '<', new Date(ctx.now.getTime() - window))
    .execute()
}
