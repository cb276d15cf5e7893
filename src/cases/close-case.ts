import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { needsApproval } from './answer-approval.ts'
import { answerCase } from './answer-case.ts'
import type { PrivacyChoice } from './answer-privacy.ts'
import { type Case, refuseToClose } from './case.ts'
import {
  type ClosesWith,
  type ClosingDetail,
  type ClosingOutcome,
  detailOf,
  isProven,
  refuseDetail,
  refuseOutcome,
} from './closing.ts'
import { type CaseRow, lastActBy, lockCase, lockCaseById, toCase } from './data/case-rows.ts'
import { saveClosure } from './data/closure-rows.ts'
import { readMessages, waitingAnswer } from './data/message-rows.ts'
import { proofOf } from './proof-rule.ts'
import { handInAnswer } from './propose-answer.ts'
import { parseTicket } from './ticket.ts'

export interface Closing {
  ticket: string
  version: number
  /** Absent: done, or answered without proof where proof is required and the time is over. */
  outcome?: ClosingOutcome | undefined
  detail?: ClosingDetail | undefined
  /**
   * A final answer to the citizen, for an end that needs one and has none yet; the case closes when it is public, and
   * where the agency wants answers approved, when it was approved.
   */
  text?: string | undefined
  privacy?: PrivacyChoice | undefined
}

/**
 * Closes a case with what became of it. An end that concerns the citizen needs a public final answer, there already or
 * given now as `text`. Within the time of rule `closing` a further word of the citizen opens it again.
 */
export async function closeCase(ctx: Ctx, input: Closing): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToClose(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      })
    if (refusal) return refusal
    const end = await endingOf(ctx, found, input)
    if (isRefusal(end)) return end
    if (found.state === 'answered' || !input.text) return toCase(await saveClosure(ctx, found, end))
    const { ticket, version, text, privacy } = input
    const say = (await needsApproval(ctx, found.agency_id)) ? handInAnswer : answerCase
    const answered = await say(ctx, { ticket, text, version, privacy, final: true, closesWith: end })
    return isRefusal(answered) ? answered : toCase(await lockCaseById(ctx, found.id))
  })
}

/** What became of the case, or why it cannot have become that. */
async function endingOf(ctx: Ctx, found: CaseRow, input: Closing): Promise<ClosesWith | Refusal> {
  const proof = await proofOf(ctx, found)
  const outcome = input.outcome ?? (ctx.actor.kind === 'system' && !isProven(proof) ? 'unproven' : 'done')
  const given = Object.fromEntries(
    Object.entries(input.detail ?? {}).map(([field, text]) => [field, cleanText(text ?? '')]),
  ) as ClosingDetail
  const errors = refuseDetail(outcome, given)
  if (Object.keys(errors).length > 0) return invalid(errors)
  const refusal = refuseOutcome(outcome, {
    answered: found.state === 'answered',
    wasAnswered: await wasAnswered(ctx, found.id),
    willAnswer: Boolean(input.text),
    proof,
  })
  if (refusal) return refusal
  const detail = detailOf(outcome, given)
  return outcome === 'duplicate' ? sameAs(ctx, found, detail) : { outcome, detail }
}

/** A duplicate names a case there is, and another one. */
async function sameAs(ctx: Ctx, found: CaseRow, detail: ClosingDetail): Promise<ClosesWith | Refusal> {
  const ticket = parseTicket(detail.ticket ?? '')
  const other =
    ticket === null || ticket === found.ticket
      ? undefined
      : await ctx.db.selectFrom('cases').select('ticket').where('ticket', '=', ticket).executeTakeFirst()
  if (!other) return invalid({ ticket: 'Tiket ini tidak ada. Periksa kembali.' })
  return { outcome: 'duplicate', detail: { ticket: other.ticket } }
}

const wasAnswered = async (ctx: Ctx, caseId: string): Promise<boolean> =>
  (await readMessages(ctx, caseId)).some(
    ({ author, state, final }) => author === 'agency' && state === 'public' && final,
  )
