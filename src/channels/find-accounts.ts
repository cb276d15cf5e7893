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

/** All accounts this actor may see, by agency. */
export async function findAccounts(ctx: Ctx): Promise<SocialAccount[]> {
  const rows = await visibleAccounts(ctx).orderBy('agency_id').orderBy('handle').execute()
  return rows.map((row) => accountOf(ctx, row))
}
