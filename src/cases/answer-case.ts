import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import type { Upload } from '../platform/http/route.ts'
import { conflict, invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { needsApproval } from './answer-approval.ts'
import { asDecided, type PrivacyChoice, refusePersonalData } from './answer-privacy.ts'
import { keepFiles } from './attach-files.ts'
import { isPublicAtOnce, refuseToAnswer } from './case.ts'
import { refuseAnswerText } from './case-text.ts'
import type { ClosesWith } from './closing.ts'
import { type CaseRow, lastActBy, lockCase } from './data/case-rows.ts'
import { waitingAnswer } from './data/message-rows.ts'
import { type Answered, sayAnswer } from './data/say-answer.ts'
import { dropDraft } from './keep-draft.ts'
import { readFiles } from './read-files.ts'

export type { Answered } from './data/say-answer.ts'

export interface AnswerInput {
  ticket: string
  text: string
  /** Ends the matter and stops the clock for good; otherwise it is a first reply or news. */
  final: boolean
  /** Older than the last act of another officer, it is a conflict that names them. */
  version: number
  /** Photos and documents for the citizen, on ways where the answer stands on the ticket's page. */
  uploads?: readonly Upload[] | undefined
  /** What the officer decided about numbers of people in it. */
  privacy?: PrivacyChoice | undefined
  /** How the case closes once this answer is public. */
  closesWith?: ClosesWith | undefined
  /** What the citizen is asked for: the clocks stand still once this is public. */
  holdsFor?: string | undefined
}

/**
 * Answers a citizen. On the form the answer is public at once; on a channel it waits for `confirmAnswer`. Refused where
 * the agency wants answers approved: then it is handed in (`handInAnswer`).
 */
export async function answerCase(ctx: Ctx, input: AnswerInput): Promise<Answered | Refusal> {
  const files = await readFiles(input.uploads ?? [])
  if (isRefusal(files)) return files
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const text = asDecided(cleanText(input.text), input.privacy ?? '')
    const refusal =
      (await refuseAnswer(ctx, found, { ...input, text })) ??
      ((await needsApproval(ctx, found.agency_id))
        ? conflict('Jawaban perangkat daerah ini disetujui orang kedua. Ajukan dahulu untuk disetujui.')
        : undefined)
    if (refusal) return refusal
    if (files.length > 0 && !isPublicAtOnce(found.channel))
      return invalid({ files: 'Berkas tidak dapat dikirim lewat kanal ini. Tuliskan tautannya.' })
    const author = {
      id: 'id' in ctx.actor ? ctx.actor.id : null,
      name: 'name' in ctx.actor ? (ctx.actor.name ?? null) : null,
    }
    await dropDraft(ctx, found.id)
    const said = await sayAnswer(ctx, found, {
      text,
      final: input.final,
      author,
      closesWith: input.closesWith ?? null,
      holdsFor: input.holdsFor ?? null,
    })
    await keepFiles(ctx, { caseId: found.id, messageId: said.answerId, public: true }, files)
    return said
  })
}

/** What stands in the way of this answer: who asks, the state of the case, the words. */
export async function refuseAnswer(
  ctx: Ctx,
  found: CaseRow,
  answer: { text: string; version: number; privacy?: PrivacyChoice | undefined },
): Promise<Refusal | undefined> {
  const wrong = refuseAnswerText(answer.text, found.channel) ?? refusePersonalData(answer.text, answer.privacy ?? '')
  return (
    refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
    refuseToAnswer(found, {
      version: answer.version,
      lastActBy: await lastActBy(ctx, found.id),
      waiting: await waitingAnswer(ctx, found.id),
    }) ??
    (wrong ? invalid({ text: wrong }) : undefined)
  )
}
