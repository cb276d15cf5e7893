import type { Ctx } from './ctx.ts'
import { isRefusal, type Refusal } from './refusal.ts'

class RolledBack extends Error {
  readonly refused: Refusal
  constructor(refused: Refusal) {
    super('rolled back by a refusal')
    this.refused = refused
  }
}

/**
 * Runs `work` in one database transaction. A refusal or an error undoes all it wrote. Called inside another
 * transaction it joins that one, so commands can call commands.
 */
export async function transaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  const committed: (() => void)[] = []
  try {
    const result = await ctx.db.transaction().execute(async (db) => {
      const value = await work({ ...ctx, db, committed })
      if (isRefusal(value)) throw new RolledBack(value)
      return value
    })
    for (const tell of committed) tell()
    return result
  } catch (error) {
    if (error instanceof RolledBack) return error.refused as T
    throw error
  }
}
