import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { digest } from '../secrets.ts'
import './tables.ts'

const window = 15 * 60_000
/** Failures within the window after which further tries are refused: one account, one address. */
const limits = { account: 10, address: 50 }

/** Whether this account or this address has failed too often lately (OWASP: throttle per account and per address). */
export async function tooManyFailures(ctx: Ctx, account: string, address: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - window)
  const rows = await ctx.db
    .selectFrom('sign_in_failure')
    .select(['subject', sql<number>`count(*)::int`.as('count')])
    .where('subject', 'in', [accountKey(account), addressKey(address)])
    .where('at', '>', since)
    .groupBy('subject')
    .execute()
  return rows.some(
    ({ subject, count }) => count >= (subject.equals(accountKey(account)) ? limits.account : limits.address),
  )
}

export async function countFailure(ctx: Ctx, account: string, address: string): Promise<void> {
  await ctx.db
    .insertInto('sign_in_failure')
    .values([
      { subject: accountKey(account), at: ctx.now },
      { subject: addressKey(address), at: ctx.now },
    ])
    .execute()
}

/** A right password clears the account's count, not the address's. */
export async function clearFailures(ctx: Ctx, account: string): Promise<void> {
  await ctx.db.deleteFrom('sign_in_failure').where('subject', '=', accountKey(account)).execute()
}

const accountKey = (account: string): Buffer => digest(`account:${account}`)
const addressKey = (address: string): Buffer => digest(`address:${address}`)
