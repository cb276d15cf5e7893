import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/id.ts'
import { open, seal } from '../../platform/secrets.ts'
import { citizenKey } from '../citizen-key.ts'
import { handleKey } from '../handle-key.ts'
import './tables.ts'

/** What somebody told of themselves. */
export interface Identity {
  name?: string | undefined
  contact?: string | undefined
  handle?: string | undefined
  /** Whether to write at each change; not sealed. */
  mails?: boolean | undefined
}

/** Null for somebody who left nothing: nobody has to say who they are. */
export async function insertReporter(ctx: Ctx, reporter: Identity = {}): Promise<string | null> {
  const { mails = false, ...identity } = reporter
  const told = Object.entries(identity).filter(([, value]) => value)
  if (told.length === 0) return null
  const id = newId()
  const sealed = seal(ctx.platform.config.secretKey, JSON.stringify(Object.fromEntries(told)))
  await ctx.db
    .insertInto('reporter')
    .values({
      id,
      sealed,
      created_at: ctx.now,
      citizen_key: citizenKey(ctx, identity.contact || identity.handle || ''),
      handle_key: identity.handle ? handleKey(ctx.platform.config.secretKey.present, identity.handle) : null,
      mails,
    })
    .execute()
  return id
}

/** What was sealed; empty for nobody. */
export async function readReporter(ctx: Ctx, id: string | null): Promise<Identity> {
  const row = await ctx.db.selectFrom('reporter').select('sealed').where('id', '=', id).executeTakeFirst()
  return row ? JSON.parse(open(ctx.platform.config.secretKey, row.sealed)) : {}
}
