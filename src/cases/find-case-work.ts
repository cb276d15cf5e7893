import { findAgency } from '../agencies/find-agencies.ts'
import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { needsApproval } from './answer-approval.ts'
import type { Proof } from './closing.ts'
import type { Colleague } from './colleague.ts'
import { readCase } from './data/case-rows.ts'
import { readFollowUps } from './data/follow-up-rows.ts'
import { readProposals } from './data/proposal-rows.ts'
import { findColleagues } from './find-colleagues.ts'
import { findSavedAnswers } from './find-saved-answers.ts'
import { findSimilar, type Similar } from './find-similar.ts'
import { recentTopics } from './find-topics.ts'
import type { FollowUp } from './follow-up.ts'
import { type AnswerDraft, ownDraft, whoWrites } from './keep-draft.ts'
import { findLabels, type Label, labelsOf } from './label-case.ts'
import { proofOf } from './proof-rule.ts'
import type { Proposal } from './proposal.ts'
import { findRating } from './rate-case.ts'
import type { Rating } from './rating.ts'
import { filledIn, type SavedAnswer } from './saved-answer.ts'
import type { Topic } from './topic-case.ts'

export interface CaseNote {
  id: string
  by: string
  text: string
  at: Date
}

/** What the people of the agency do with a case, beside what was said to the citizen. */
export interface CaseWork {
  mayWork: boolean
  mayApprove: boolean
  /** The person who looks, to tell own things from others'. */
  self: string | null
  assignee: Colleague | null
  colleagues: readonly Colleague[]
  notes: readonly CaseNote[]
  labels: readonly Label[]
  /** All labels of the agency. */
  agencyLabels: readonly Label[]
  draft: AnswerDraft | null
  /** Names of colleagues writing an answer just now. */
  writers: readonly string[]
  savedAnswers: readonly SavedAnswer[]
  needsApproval: boolean
  proposals: readonly Proposal[]
  followUps: readonly FollowUp[]
  proof: Proof
  rating: Rating | null
  topics: readonly Topic[]
  /** Cases that likely tell of the same matter. */
  similar: readonly Similar[]
}

/** For staff who may read the case. Throws `Missing`. */
export async function findCaseWork(ctx: Ctx, ticket: string): Promise<CaseWork> {
  const row = await readCase(ctx, ticket)
  const mayAnswer = may(ctx.actor, 'case.answer', row.agency_id)
  const mayWork = may(ctx.actor, 'case.work', row.agency_id)
  const colleagues = await findColleagues(ctx, row.agency_id)
  const { name: agencyName } = await findAgency(ctx, row.agency_id)
  const savedAnswers = mayAnswer ? await findSavedAnswers(ctx, { agencyId: row.agency_id }) : []
  return {
    mayWork,
    mayApprove: may(ctx.actor, 'answer.approve', row.agency_id),
    self: 'id' in ctx.actor ? ctx.actor.id : null,
    assignee: colleagues.find(({ personId }) => personId === row.assignee_id) ?? null,
    colleagues,
    notes: await readNotes(ctx, row.id),
    labels: await labelsOf(ctx, row.id),
    agencyLabels: mayWork ? await findLabels(ctx, row.agency_id) : [],
    draft: mayAnswer ? await ownDraft(ctx, row.id) : null,
    writers: await whoWrites(ctx, row.id),
    savedAnswers: savedAnswers.map((one) => ({ ...one, text: filledIn(one.text, { ticket, agencyName }) })),
    needsApproval: await needsApproval(ctx, row.agency_id),
    proposals: await readProposals(ctx, row.id),
    followUps: await readFollowUps(ctx, row.id),
    proof: await proofOf(ctx, row),
    rating: await findRating(ctx, row.id),
    topics: mayWork ? await recentTopics(ctx, row.agency_id) : [],
    similar: mayWork && row.merged_into_id === null ? await findSimilar(ctx, ticket) : [],
  }
}

const readNotes = (ctx: Ctx, caseId: string): Promise<CaseNote[]> =>
  ctx.db
    .selectFrom('case_note')
    .select(['id', 'by_name as by', 'text', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
