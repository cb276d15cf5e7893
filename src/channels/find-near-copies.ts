import type { Ctx } from '../platform/ctx.ts'
import { addDays, dayInWib, startOfDay } from '../platform/time.ts'
import { postUrl } from './address.ts'
import { pairsOf, shareOf } from './near-copy.ts'
import type { Post } from './post.ts'
import { secondsOf } from './setting.ts'
import './data/tables.ts'

/** A post of another account of the city whose text is nearly that of ours: the platform forbids both. */
export interface NearCopy {
  handle: string
  /** Where it is, when it is out. */
  url: string | null
  /** Share of word pairs in common, 1 to 100; 100 is the same text. */
  percent: number
}

/**
 * What other accounts of the city sent lately, or are about to send, in nearly these words; the most alike first. Says
 * whose and how alike, never the text of another agency that is not public yet.
 */
export async function findNearCopies(
  ctx: Ctx,
  post: Pick<Post, 'accountId'>,
  texts: readonly string[],
): Promise<NearCopy[]> {
  const from = startOfDay(addDays(dayInWib(ctx.now), -(await secondsOf(ctx, 'near-copy-days'))))
  const least = (await secondsOf(ctx, 'near-copy-percent')) / 100
  const others = await ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select(['a.handle', 'a.platform', 'a.server', 'post.text', 'post.external_id'])
    .where('account_id', '<>', post.accountId)
    .where('purpose', '<>', 'answer')
    .where((where) =>
      where.or([
        where('post.state', 'in', ['approved', 'sending', 'unconfirmed', 'waits', 'held']),
        where.and([where('post.state', '=', 'published'), where('published_at', '>=', from)]),
      ]),
    )
    .execute()
  const ours = texts.map(pairsOf)
  return others
    .map(({ text, external_id, ...account }) => {
      const theirs = pairsOf(text)
      const share = Math.max(...ours.map((pairs) => shareOf(pairs, theirs)))
      const url = external_id === null ? null : postUrl(ctx.platform.config.x, account, external_id)
      return { handle: account.handle, url, share, percent: Math.floor(share * 100) }
    })
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share)
    .slice(0, 5)
    .map(({ handle, url, percent }) => ({ handle, url, percent }))
}
