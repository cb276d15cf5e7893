import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { intentUrl, statusUrl } from './x/addresses.ts'
import './data/tables.ts'

/** What a citizen wrote to an account. */
export interface Message {
  id: string
  agencyId: string
  accountId: string
  /** X's id. */
  externalId: string
  conversationId: string
  text: string
  /** Where it is on its platform; null where nobody else can look. */
  url: string | null
  at: Date
  receivedAt: Date
  /** Whether X lets the account answer by API. */
  callable: boolean
  /** Its author deleted it, or no longer lets us see it; `text` is then ''. */
  goneAs: 'deleted' | 'hidden' | null
  /** Where a person answers it in X. */
  answerUrl: string
}

interface MessageFilter {
  accountId?: string | undefined
  /** Only messages older than this one. */
  before?: string | undefined
  limit: number
}

/** Messages this actor may see (who may read cases), newest first. */
export async function findMessages(ctx: Ctx, { accountId, before, limit }: MessageFilter): Promise<Message[]> {
  const scope = scopeOf(ctx.actor, 'case.read')
  let query = ctx.db
    .selectFrom('message')
    .innerJoin('social_account as a', 'a.id', 'message.account_id')
    .select([
      'message.id',
      'message.agency_id as agencyId',
      'account_id as accountId',
      'message.external_id as externalId',
      'conversation_id as conversationId',
      'text',
      'at',
      'received_at as receivedAt',
      'callable',
      'gone_as as goneAs',
      'latest_id as latestId',
      'message.url as ownUrl',
      'a.platform',
    ])
  if (scope !== 'all') query = query.where('message.agency_id', 'in', scope.length > 0 ? [...scope] : [''])
  if (accountId) query = query.where('account_id', '=', accountId)
  if (before && isId(before)) query = query.where('message.id', '<', before)
  const rows = await query.orderBy('message.id', 'desc').limit(limit).execute()
  const { x } = ctx.platform.config
  return rows.map(({ latestId, ownUrl, platform, ...row }) => ({
    ...row,
    url: platform === 'x' ? statusUrl(x, latestId ?? row.externalId) : ownUrl,
    answerUrl: intentUrl(x, { inReplyTo: latestId ?? row.externalId, text: '' }),
  }))
}
