import { findAgency } from '../agencies/find-agencies.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { needsApproval } from './answer-approval.ts'
import { answerCase } from './answer-case.ts'
import type { PrivacyChoice } from './answer-privacy.ts'
import { findTopic } from './find-topics.ts'
import { handInAnswer } from './propose-answer.ts'
import { filledIn } from './saved-answer.ts'

/** What became of one text for many. */
export interface TopicAnswered {
  answered: string[]
  /** Those that have changed since they were read, or cannot be answered now; nothing was said there. */
  left: { ticket: string; reason: string }[]
}

/** Highest number of cases answered at once. */
export const mostAtOnce = 200

/**
 * Answers several cases of a topic with one text, each citizen in their own case, each once: a case that somebody has
 * acted on since it was read is left alone. Placeholders are filled in for each. Refused where the text will not do.
 * Throws `Missing`.
 */
export async function answerTopic(
  ctx: Ctx,
  input: {
    topicId: string
    /** Ticket and version as read. */
    cases: readonly { ticket: string; version: number }[]
    text: string
    final: boolean
    privacy?: PrivacyChoice | undefined
  },
): Promise<TopicAnswered | Refusal> {
  return transaction(ctx, async (ctx) => {
    const topic = await findTopic(ctx, input.topicId)
    const known = new Map(topic.cases.map((one) => [one.ticket, one]))
    const chosen = new Map(
      input.cases.filter(({ ticket }) => known.has(ticket)).map((one) => [one.ticket, one.version]),
    )
    if (chosen.size === 0) return invalid({ case: 'Pilih sedikitnya satu kasus.' })
    if (chosen.size > mostAtOnce) return invalid({ case: `Paling banyak ${mostAtOnce} kasus sekali jawab.` })
    const done: TopicAnswered = { answered: [], left: [] }
    for (const [ticket, version] of [...chosen].sort()) {
      const agencyId = known.get(ticket)?.agencyId ?? ''
      const { name: agencyName } = await findAgency(ctx, agencyId)
      const say = (await needsApproval(ctx, agencyId)) ? handInAnswer : answerCase
      const text = filledIn(input.text, { ticket, agencyName })
      const said = await say(ctx, { ticket, version, text, final: input.final, privacy: input.privacy })
      if (!isRefusal(said)) done.answered.push(ticket)
      else if (said.refusal === 'invalid') return said
      else done.left.push({ ticket, reason: said.reason })
    }
    return done
  })
}
