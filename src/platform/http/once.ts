import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { transaction } from '../transaction.ts'
import '../auth/tables.ts'

class NotDone extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('not done: the receipt is taken back')
    this.outcome = outcome
  }
}

/**
 * Runs `work` once per `key`, in one transaction with its receipt; a second call (even at the same time) gets the
 * first one's `answer` through `again`. When `work` says `done: false` everything, receipt included, is undone.
 */
export async function once<T, A>(
  ctx: Ctx,
  key: string,
  work: (ctx: Ctx) => Promise<{ done: true; outcome: T; answer: A } | { done: false; outcome: T }>,
  again: (answer: A) => T,
): Promise<T> {
  try {
    return await transaction(ctx, async (ctx) => {
      const fresh = await ctx.db
        .insertInto('receipt')
        .values({ key, at: ctx.now, answer: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst()
      if (!fresh) {
        const earlier = await ctx.db
          .selectFrom('receipt')
          .select('answer')
          .where('key', '=', key)
          .executeTakeFirstOrThrow()
        return again(earlier.answer as A)
      }
      const result = await work(ctx)
      if (!result.done) throw new NotDone(result.outcome)
      await ctx.db
        .updateTable('receipt')
        .set({ answer: sql`${JSON.stringify(result.answer)}::jsonb` })
        .where('key', '=', key)
        .execute()
      return result.outcome
    })
  } catch (error) {
    if (error instanceof NotDone) return error.outcome as T
    throw error
  }
}
