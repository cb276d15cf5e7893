import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/id.ts'
import { open, seal } from '../../platform/secrets.ts'
import './tables.ts'

/** What somebody told of themselves. */
export interface Identity {
  name?: string | undefined
  contact?: string | undefined
  handle?: string | undefined
}

/** Null for somebody who left nothing: nobody has to say who they are. */
export async function insertReporter(ctx: Ctx, reporter: Identity = {}): Promise<string | null> {
  const told = Object.entries(reporter).filter(([, value]) => value)
  if (told.length === 0) return null
  const id = newId()
  const sealed = seal(ctx.platform.config.secretKey, JSON.stringify(Object.fromEntries(told)))
  await ctx.db.insertInto('reporter').values({ id, sealed, created_at: ctx.now }).execute()
  return id
}

/** What was sealed; empty for nobody. */
export async function readReporter(ctx: Ctx, id: string | null): Promise<Identity> {
  const row = await ctx.db.selectFrom('reporter').select('sealed').where('id', '=', id).executeTakeFirst()
  return row ? JSON.parse(open(ctx.platform.config.secretKey, row.sealed)) : {}
}
