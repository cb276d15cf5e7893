import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { job } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { lockAccount } from './data/account-rows.ts'
import './data/tables.ts'
import { takePosts } from './take-posts.ts'
import type { XPost } from './x/read-post.ts'

/** Events made into cases in one transaction. */
const batch = 200

/**
 * Makes messages and cases of what was kept for an account, oldest first, each exactly once. Several workers at a time
 * wait for each other; one that is killed leaves what it had not committed to the next. Answers how many words of
 * citizens were new.
 */
export async function takeEvents(ctx: Ctx, { accountId }: { accountId: string }): Promise<number> {
  let taken = 0
  for (;;) {
    const done = await takeSome(ctx, accountId, batch).catch(async (error: unknown) => {
      if (!isOurs(error)) throw error
      ctx.platform.log.error({ err: error, accountId }, 'mentions could not be taken together')
      return takeOneByOne(ctx, accountId)
    })
    taken += done.mentions
    if (done.events < batch) return taken
  }
}

interface Done {
  events: number
  mentions: number
}

function takeSome(ctx: Ctx, accountId: string, most: number): Promise<Done> {
  return transaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, accountId)
    const waiting = await waitingEvents(ctx, accountId, most)
    if (waiting.length === 0) return { events: 0, mentions: 0 }
    const mentions = await takePosts(ctx, account, waiting)
    await markTaken(ctx, accountId, waiting, sql`null`)
    if (mentions.length > 0)
      await record(ctx, 'messages.received', {
        thing: 'account',
        id: accountId,
        agencyId: account.agency_id,
        after: { count: mentions.length, newest: mentions.at(-1) },
      })
    return { events: waiting.length, mentions: mentions.length }
  })
}

/** One event that nothing can be made of must not hold up all the others: it is put aside, with the reason. */
async function takeOneByOne(ctx: Ctx, accountId: string): Promise<Done> {
  const done = { events: 0, mentions: 0 }
  for (const event of await waitingEvents(ctx, accountId, batch)) {
    const one = await takeSome(ctx, accountId, 1).catch(async (error: unknown) => {
      if (!isOurs(error)) throw error
      const reason = error instanceof Error ? error.message : String(error)
      await markTaken(ctx, accountId, [event], sql`${reason}`)
      return { events: 1, mentions: 0 }
    })
    done.events += 1
    done.mentions += one.mentions
  }
  return done
}

/** A statement or a rule failed on what was in it; not: the database is away, or this process is told to stop. */
function isOurs(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^2[23]/.test(code)
}

async function waitingEvents(ctx: Ctx, accountId: string, most: number): Promise<XPost[]> {
  const { rows } = await sql<{ payload: XPost & { createdAt: string } }>`
    select payload from channel_event where account_id = ${accountId} and taken_at is null
    order by length(external_id), external_id limit ${most}`.execute(ctx.db)
  return rows.map(({ payload }) => ({ ...payload, createdAt: new Date(payload.createdAt) }))
}

const markTaken = (
  ctx: Ctx,
  accountId: string,
  events: readonly XPost[],
  problem: RawBuilder<unknown>,
): Promise<unknown> =>
  sql`
    update channel_event set taken_at = ${ctx.now}, problem = ${problem}
    where account_id = ${accountId} and external_id = any(${events.map(({ id }) => id)}::text[])`.execute(ctx.db)

export const takingEvents = job<{ accountId: string }>({ name: 'channels.take', run: takeEvents, concurrency: 4 })
