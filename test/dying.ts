import type { KyselyPlugin } from 'kysely'
import type { Ctx } from '../src/platform/ctx.ts'

/**
 * The same context on a database that dies at the `n`-th statement from now: what a process that is killed there has
 * committed stays, the rest is gone. `steps` says how many statements there have been.
 */
export function dyingAt(ctx: Ctx, n: number): { ctx: Ctx; steps: () => number } {
  let count = 0
  const dying: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1
      if (count >= n) throw new Error('killed here')
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ctx: { ...ctx, db: ctx.db.withPlugin(dying) }, steps: () => count }
}
