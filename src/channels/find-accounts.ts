import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { accountOf, visibleAccounts } from './data/account-rows.ts'

/** The account, if this actor may see it. Throws `Missing`. */
export async function findAccount(ctx: Ctx, id: string): Promise<SocialAccount> {
  const found = isId(id) ? await visibleAccounts(ctx).where('id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new Missing(`account ${id}`)
  return accountOf(ctx, found)
}

/** The accounts this actor may see (`agencyIds`: of these agencies alone), by agency. */
export async function findAccounts(ctx: Ctx, agencyIds?: readonly string[]): Promise<SocialAccount[]> {
  const rows = await visibleAccounts(ctx)
    .$if(agencyIds !== undefined, (query) => query.where('agency_id', '=', sql<string>`any(${agencyIds}::text[])`))
    .orderBy('agency_id')
    .orderBy('handle')
    .execute()
  return rows.map((row) => accountOf(ctx, row))
}
