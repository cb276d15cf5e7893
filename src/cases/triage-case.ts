import { findAgencies } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { needsApproval } from './answer-approval.ts'
import { answerCase } from './answer-case.ts'
import type { PrivacyChoice } from './answer-privacy.ts'
import { isTheme } from './case-theme.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { type CaseRow, lastActBy, lockCase, lockCaseById } from './data/case-rows.ts'
import './data/clock-tables.ts'
import { waitingAnswer } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { handInAnswer } from './propose-answer.ts'
import { isTriageOutcome, refuseToTriage, refuseTriage, type TriageOutcome } from './triage.ts'

export interface TriageInput {
  ticket: string
  version: number
  outcome: string
  kind: string
  class: string
  /** '' where it is not known. */
  theme: string
  districtId: string
  subdistrictId: string
  /** To the citizen: what is asked of them, or who is in charge instead. */
  text: string
  /** Why it is no matter. */
  reason: string
  privacy?: PrivacyChoice | undefined
}

/**
 * Decides what becomes of a case that came to the agency, and says what it is and where. Processed, its clocks go on;
 * held, the citizen is asked and the clocks stand still once they have been; not ours, the citizen is told and the case
 * closes; archived, it closes with the reason. Only a processed case can come to count as solved.
 */
export async function triageCase(
  ctx: Ctx,
  input: TriageInput,
): Promise<{ ticket: string; outcome: TriageOutcome } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const told = { outcome: input.outcome, text: cleanText(input.text), reason: cleanText(input.reason) }
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToTriage(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      })
    if (refusal) return refusal
    const errors = { ...refuseTriage(told), ...(await refusePlace(ctx, input)) }
    if (!isTriageOutcome(told.outcome) || Object.keys(errors).length > 0) return invalid(errors)
    const { ticket, kind, class: depth, version } = input
    const classified = await classifyCase(ctx, { ticket, kind, class: depth, version })
    if (isRefusal(classified)) return classified
    const decided = { outcome: told.outcome, reason: told.reason || null }
    await saveTriage(ctx, { ...found, kind: classified.kind, class: classified.class }, decided, input)
    const done = await carryOut(ctx, input, told, classified.version + 1)
    return done ?? { ticket, outcome: told.outcome }
  })
}

/** A place is a district of the city and an urban village within it. */
async function refusePlace(
  ctx: Ctx,
  { theme, districtId, subdistrictId }: TriageInput,
): Promise<Record<string, string>> {
  const agencies = await findAgencies(ctx)
  const isKind = (id: string, kind: string): boolean => agencies.some((one) => one.id === id && one.kind === kind)
  return {
    ...(theme !== '' && !isTheme(theme) && { theme: 'Pilih tema dari daftar.' }),
    ...(districtId !== '' && !isKind(districtId, 'district') && { districtId: 'Pilih kecamatan dari daftar.' }),
    ...(subdistrictId !== '' &&
      !isKind(subdistrictId, 'subdistrict') && { subdistrictId: 'Pilih kelurahan dari daftar.' }),
  }
}

async function saveTriage(
  ctx: Ctx,
  found: CaseRow,
  decided: { outcome: TriageOutcome; reason: string | null },
  { theme, districtId, subdistrictId }: TriageInput,
): Promise<void> {
  await ctx.db
    .insertInto('case_triage')
    .values({
      id: newId(),
      case_id: found.id,
      agency_id: found.agency_id,
      at: ctx.now,
      by_id: 'id' in ctx.actor ? ctx.actor.id : null,
      by_name: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
      ...decided,
    })
    .execute()
  const before = { theme: found.theme, districtId: found.district_id, subdistrictId: found.subdistrict_id }
  const after = { theme: theme || null, districtId: districtId || null, subdistrictId: subdistrictId || null }
  await ctx.db
    .updateTable('cases')
    .set({
      theme: after.theme,
      district_id: after.districtId,
      subdistrict_id: after.subdistrictId,
      triage: decided.outcome === 'process' || decided.outcome === 'hold' ? decided.outcome : found.triage,
      version: (eb) => eb('version', '+', 1),
    })
    .where('id', '=', found.id)
    .execute()
  await settleClocks(ctx, await lockCaseById(ctx, found.id), 'Diverifikasi.')
  const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
  await record(ctx, 'case.triaged', { ...about, before, after: { ...decided, ...after } })
}

/** What the decision leads to, by the commands for it. */
async function carryOut(
  ctx: Ctx,
  { ticket, privacy }: TriageInput,
  { outcome, text, reason }: { outcome: string; text: string; reason: string },
  version: number,
): Promise<Refusal | undefined> {
  const refusedBy = (done: object): Refusal | undefined => (isRefusal(done) ? done : undefined)
  if (outcome === 'archive') {
    const end = { ticket, version, outcome: 'archived', detail: { reason } } as const
    return refusedBy(await closeCase(ctx, end))
  }
  if (outcome === 'not-ours')
    return refusedBy(await closeCase(ctx, { ticket, version, outcome: 'not-ours', text, privacy }))
  if (outcome !== 'hold') return undefined
  const { agency_id } = await lockCase(ctx, ticket)
  const say = (await needsApproval(ctx, agency_id)) ? handInAnswer : answerCase
  return refusedBy(await say(ctx, { ticket, version, text, privacy, final: false, holdsFor: text.slice(0, 500) }))
}
