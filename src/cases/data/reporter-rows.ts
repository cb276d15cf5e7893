import type { Ctx } from '../../platform/ctx.ts'
import { manyRows } from '../../platform/db/many-rows.ts'
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

/** Seals and keeps them; their ids stand in the same order, null for who left nothing: nobody has to say who they are. */
export async function insertReporters(
  ctx: Ctx,
  reporters: readonly (Identity | undefined)[],
): Promise<(string | null)[]> {
  const rows = reporters.map((reporter) => rowOf(ctx, reporter))
  const told = rows.filter((row) => row !== null)
  if (told.length > 0) await manyRows('reporter', told).execute(ctx.db)
  return rows.map((row) => row?.id ?? null)
}

function rowOf(ctx: Ctx, { mails = false, ...identity }: Identity = {}) {
  const told = Object.entries(identity).filter(([, value]) => value)
  if (told.length === 0) return null
  const { secretKey } = ctx.platform.config
  return {
    id: newId(),
    sealed: seal(secretKey, JSON.stringify(Object.fromEntries(told))),
    created_at: ctx.now,
    citizen_key: citizenKey(ctx, identity.contact || identity.handle || ''),
    handle_key: identity.handle ? handleKey(secretKey.present, identity.handle) : null,
    mails,
  }
}

/** What was sealed; empty for nobody. */
export async function readReporter(ctx: Ctx, id: string | null): Promise<Identity> {
  const row = await ctx.db.selectFrom('reporter').select('sealed').where('id', '=', id).executeTakeFirst()
  return row ? JSON.parse(open(ctx.platform.config.secretKey, row.sealed)) : {}
}
