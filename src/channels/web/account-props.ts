import { findAgency } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { open } from '../../platform/secrets.ts'
import { type SocialAccount, speaksToAll } from '../account.ts'
import { adapterFor } from '../adapters.ts'
import { readAccount } from '../data/account-rows.ts'
import { findHandPosts } from '../find-hand-posts.ts'
import { findMessages } from '../find-messages.ts'
import { withStandings } from '../find-standings.ts'
import { findGaps } from '../keep-gap.ts'
import { refuseNoting } from '../note-post.ts'

/** What the page of an account shows. The way back into it is told to those who may connect it. */
export async function accountProps(ctx: Ctx, frame: Frame, account: SocialAccount, errors: FieldErrors = {}) {
  const mayConnect = may(ctx.actor, 'account.connect', account.agencyId)
  const [agency, messages, gaps, posts, row, [standing]] = await Promise.all([
    findAgency(ctx, account.agencyId),
    findMessages(ctx, { accountId: account.id, limit: 20 }),
    findGaps(ctx, account.id),
    findHandPosts(ctx, account.id, 30),
    readAccount(ctx, account.id),
    withStandings(ctx, [account]),
  ])
  const byHand = speaksToAll(account.platform) && (account.state !== 'connected' || posts.length > 0)
  return {
    frame,
    account: {
      ...account,
      standing: standing?.standing ?? account.state,
      daysWithoutPost: standing?.daysWithoutPost ?? null,
    },
    agency: agency.name,
    mayConnect,
    isLookedAt: account.platform === 'x' || adapterFor(account.platform)?.fetchNew != null,
    isSpoken: adapterFor(account.platform) !== undefined,
    recovery: mayConnect && row.recovery !== null ? open(ctx.platform.config.secretKey, row.recovery) : null,
    messages,
    gaps,
    handPosts: byHand ? posts : null,
    mayNote: refuseNoting(ctx, account) === undefined,
    errors,
  }
}
