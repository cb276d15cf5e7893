import type { CaseSource } from '../../cases/open-case.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { statusUrl } from '../x/addresses.ts'

interface Mention {
  externalId: string
  conversationId: string
  authorId: string
}

/**
 * How a case knows a message of X. One post may call several agencies and is then a case of each, so the account is
 * part of both keys.
 */
export const caseSource = (
  ctx: Ctx,
  accountId: string,
  { externalId, conversationId, authorId }: Mention,
): CaseSource => ({
  channel: 'x',
  externalId: `${accountId}/${externalId}`,
  url: statusUrl(ctx.platform.config.x, externalId),
  accountId,
  conversationKey: `${accountId}/${conversationId}/${authorId}`,
})

/** The platform's id of the message in a case's `externalId`; ids of mails may hold a slash themselves. */
export const postIdIn = (externalId: string): string => externalId.slice(externalId.indexOf('/') + 1)
