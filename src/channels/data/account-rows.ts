import type { Selectable } from 'kysely'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Database } from '../../platform/db/database.ts'
import type { SocialAccount } from '../account.ts'
import { accountUrl } from '../address.ts'
import './tables.ts'

export const accountColumns = [
  'id',
  'agency_id as agencyId',
  'platform',
  'handle',
  'server',
  'external_id as externalId',
  'state',
  'state_since as stateSince',
  'created_at as createdAt',
  'holder',
  'proven_at as provenAt',
  'proven_by as provenBy',
  'polled_at as polledAt',
  'poll_not_before as pollNotBefore',
  'poll_problem as pollProblem',
] as const

/** The accounts this actor may see, as rows of `accountColumns`. */
export function visibleAccounts(ctx: Ctx) {
  const scope = scopeOf(ctx.actor, 'account.read')
  const query = ctx.db.selectFrom('social_account').select(accountColumns)
  return scope === 'all' ? query : query.where('agency_id', 'in', scope.length > 0 ? [...scope] : [''])
}

export const accountOf = (ctx: Ctx, row: Omit<SocialAccount, 'url'>): SocialAccount => ({
  ...row,
  url: accountUrl(ctx.platform.config.x, row),
})

export type AccountRow = Selectable<Database['social_account']>

/** The whole row, locked until the transaction ends: one refresher, one reader of mentions at a time. */
export const lockAccount = (ctx: Ctx, id: string): Promise<AccountRow> =>
  ctx.db.selectFrom('social_account').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

/** The whole row as it is now, without waiting for anybody. */
export const readAccount = (ctx: Ctx, id: string): Promise<AccountRow> =>
  ctx.db.selectFrom('social_account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Changes the account's state, and since when it has it. */
export const saveAccountState = (
  ctx: Ctx,
  account: Pick<SocialAccount, 'id'>,
  state: SocialAccount['state'],
): Promise<unknown> =>
  ctx.db
    .updateTable('social_account')
    .set({
      state,
      state_since: ctx.now,
      ...(state === 'connected' ? {} : { tokens: null, tokens_expire_at: null }),
    })
    .where('id', '=', account.id)
    .execute()
