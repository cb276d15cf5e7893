import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { isId, newId } from '../platform/id.ts'
import { invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type AnswerInput, refuseAnswer } from './answer-case.ts'
import { asDecided } from './answer-privacy.ts'
import { refuseText } from './case-text.ts'
import { lockCase } from './data/case-rows.ts'
import { readProposals } from './data/proposal-rows.ts'
import { type Answered, sayAnswer } from './data/say-answer.ts'
import { dropDraft } from './keep-draft.ts'
import { type Proposal, refuseToDecide } from './proposal.ts'

/** Hands an answer in for a second person to agree to. Written anew, the one before is void. */
export async function handInAnswer(ctx: Ctx, input: AnswerInput): Promise<{ proposalId: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const text = asDecided(cleanText(input.text), input.privacy ?? '')
    const refusal = await refuseAnswer(ctx, found, { ...input, text })
    if (refusal) return refusal
    await ctx.db
      .updateTable('answer_proposal')
      .set({ state: 'void' })
      .where('case_id', '=', found.id)
      .where('state', '=', 'waiting')
      .execute()
    const proposalId = newId()
    await ctx.db
      .insertInto('answer_proposal')
      .values({
        id: proposalId,
        case_id: found.id,
        by_id: 'id' in ctx.actor ? ctx.actor.id : null,
        by_name: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
        text,
        final: input.final,
        closes_with: input.closesWith ? JSON.stringify(input.closesWith) : null,
        holds_for: input.holdsFor ?? null,
        at: ctx.now,
        state: 'waiting',
        decided_by: null,
        decided_at: null,
        reason: null,
        answer_id: null,
      })
      .execute()
    await dropDraft(ctx, found.id)
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.answer-proposed', { ...about, after: { proposalId, final: input.final } })
    return { proposalId }
  })
}

/** Agrees to a proposed answer, which goes out in the name of whoever wrote it. Throws `Missing`. */
export async function approveAnswer(
  ctx: Ctx,
  input: { ticket: string; proposalId: string },
): Promise<Answered | Refusal> {
  return decide(ctx, input, async (ctx, found, proposal) => {
    const refusal = await refuseAnswer(ctx, found, {
      text: proposal.text,
      version: found.version,
      privacy: 'own-contact',
    })
    if (refusal) return refusal
    const said = await sayAnswer(ctx, found, {
      text: proposal.text,
      final: proposal.final,
      author: { id: proposal.byId, name: proposal.byName },
      closesWith: proposal.closesWith,
      holdsFor: proposal.holdsFor,
    })
    await settle(ctx, proposal, { state: 'approved', answer_id: said.answerId })
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.answer-approved', { ...about, after: { proposalId: proposal.id, answerId: said.answerId } })
    return said
  })
}

/** Sends a proposed answer back with the reason; the text stays there for whoever wrote it. Throws `Missing`. */
export async function rejectAnswer(
  ctx: Ctx,
  input: { ticket: string; proposalId: string; reason: string },
): Promise<{ ticket: string } | Refusal> {
  return decide(ctx, input, async (ctx, found, proposal) => {
    const reason = cleanText(input.reason)
    const wrong = refuseText(reason, 'Alasan', 500, 5)
    if (wrong) return invalid({ reason: wrong })
    await settle(ctx, proposal, { state: 'rejected', reason })
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.answer-rejected', { ...about, after: { proposalId: proposal.id, reason } })
    return { ticket: found.ticket }
  })
}

async function decide<T>(
  ctx: Ctx,
  input: { ticket: string; proposalId: string },
  work: (ctx: Ctx, found: Awaited<ReturnType<typeof lockCase>>, proposal: Proposal) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const proposal = isId(input.proposalId)
      ? (await readProposals(ctx, found.id)).find(({ id }) => id === input.proposalId)
      : undefined
    if (!proposal) throw new Missing(`proposal ${input.proposalId}`)
    const refusal =
      refuseUnless(ctx.actor, 'answer.approve', found.agency_id) ??
      refuseToDecide(proposal, 'id' in ctx.actor ? ctx.actor.id : null)
    return refusal ?? work(ctx, found, proposal)
  })
}

async function settle(
  ctx: Ctx,
  { id }: Proposal,
  decision: { state: 'approved'; answer_id: string } | { state: 'rejected'; reason: string },
): Promise<void> {
  const decided_by = 'name' in ctx.actor ? (ctx.actor.name ?? '') : ''
  await ctx.db
    .updateTable('answer_proposal')
    .set({ ...decision, decided_by, decided_at: ctx.now })
    .where('id', '=', id)
    .execute()
}
