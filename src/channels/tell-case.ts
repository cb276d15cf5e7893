import { confirmAnswer, failAnswer } from '../cases/confirm-answer.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import type { Post } from './post.ts'
import { intentUrl } from './x/addresses.ts'

/** What became of an answer on its way. */
export type AnswerNews =
  | { kind: 'published'; at: Date; url: string | null }
  | { kind: 'failed'; reason: string; notCalled: boolean }

/**
 * Tells the case what became of its answer, in the transaction of the post: published, the citizen's clock stops;
 * failed, the officer reads why and what to do. Says nothing for a broadcast.
 */
export async function tellCaseOfAnswer(ctx: Ctx, post: Post, news: AnswerNews): Promise<void> {
  if (post.caseMessageId === null) return
  const answerId = post.caseMessageId
  if (news.kind === 'published') {
    accepted(await confirmAnswer(ctx, { answerId, at: news.at, url: news.url }))
    return
  }
  const reason = news.notCalled ? `${news.reason} ${intentUrl(ctx.platform.config.x, post)}` : news.reason
  accepted(await failAnswer(ctx, { answerId, reason }))
}
