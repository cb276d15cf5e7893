import type { Actor, Ctx } from '../ctx.ts'
import { newId } from '../id.ts'
import { digest, newToken } from '../secrets.ts'
import './tables.ts'

/** Adds an API token. It is shown once and kept only as a hash. */
export async function addApiToken(ctx: Ctx, token: { name: string; role: string; agencyId: string | null }) {
  const id = newId()
  const text = `ktg_${newToken()}`
  await ctx.db
    .insertInto('api_token')
    .values({
      id,
      name: token.name,
      role: token.role,
      agency_id: token.agencyId,
      token_hash: digest(text),
      created_at: ctx.now,
      revoked_at: null,
    })
    .execute()
  return { id, token: text }
}

export async function findTokenActor(ctx: Ctx, token: string): Promise<Actor | null> {
  const found = await ctx.db
    .selectFrom('api_token')
    .select(['id', 'name', 'role', 'agency_id'])
    .where('token_hash', '=', digest(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  return { kind: 'token', id: found.id, name: found.name, grants: [{ role: found.role, agencyId: found.agency_id }] }
}
