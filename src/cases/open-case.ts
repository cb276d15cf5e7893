import type { Insertable } from 'kysely'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { Case, CaseClass, CaseKind } from './case.ts'
import { refuseOpening, subjectOf } from './case-text.ts'
import { clockColumns } from './clock-columns.ts'
import { type CaseRow, nextRegisterNumber, toCase } from './data/case-rows.ts'
import { insertMessage } from './data/message-rows.ts'
import { type Identity, insertReporter } from './data/reporter-rows.ts'
import type { CaseTable } from './data/tables.ts'
import { clockTerms } from './find-rules.ts'
import { begunInShort } from './keep-clocks.ts'
import { deriveClocks } from './sla-clock.ts'
import { isSuspected } from './suspect-text.ts'
import { newTicket } from './ticket.ts'

/** Where a citizen's word came from, outside. */
export interface CaseSource {
  channel: string
  /** The channel's own id of the message: brought again, it is known. */
  externalId: string
  url?: string | null | undefined
  /** The agency's account it was addressed to. */
  accountId?: string | null | undefined
  /** One citizen in one conversation: the channel puts both into it. */
  conversationKey?: string | null | undefined
}

/** Where a matter lies, besides the words for it: district and urban village are agencies of the city. */
export interface Whereabouts {
  districtId?: string | null
  subdistrictId?: string | null
  latitude?: number | null
  longitude?: number | null
}

export interface OpenCase {
  agencyId: string
  channel: string
  kind: CaseKind
  /** Only a complaint has another class than `plain`, the default. */
  class?: CaseClass | undefined
  /** The first words of the text when absent. */
  subject?: string | undefined
  text: string
  place?: string | undefined
  reporter?: Identity | undefined
  /** When the citizen's word reached the city; later than now counts as now. */
  receivedAt: Date
  source?: CaseSource | undefined
  /** The closed case of the same conversation. */
  followsCaseId?: string | undefined
  where?: Whereabouts | undefined
  /** The agency never learns who wrote. */
  anonymous?: boolean | undefined
  /** Nothing of it is ever shown in public. */
  secret?: boolean | undefined
}

/**
 * Opens a case: ticket, register number, clocks. Exactly once for a `source`: brought again, the answer is the case
 * it belongs to. Anybody may use the form; other channels are opened by their adapters and by staff of the agency.
 */
export async function openCase(ctx: Ctx, input: OpenCase): Promise<Case | Refusal> {
  const opened = await openOnce(ctx, input)
  return isRefusal(opened) ? opened : opened.case
}

/** `openCase`, and whether it was this call that opened it. */
export async function openOnce(ctx: Ctx, given: OpenCase): Promise<{ case: Case; isNew: boolean } | Refusal> {
  const input = tidied(given)
  return transaction(ctx, async (ctx) => {
    const refusal = refuseToOpen(ctx, input) ?? (await refuseAgency(ctx, input.agencyId))
    if (refusal) return refusal
    const id = newId()
    const receivedAt = new Date(Math.min(input.receivedAt.getTime(), ctx.now.getTime()))
    if (!(await insertMessage(ctx, firstMessage(id, input, receivedAt))))
      return { case: await caseOfSource(ctx, input), isNew: false }
    const depth = input.kind === 'complaint' ? (input.class ?? 'plain') : 'plain'
    const subject = { kind: input.kind, class: depth, agencyId: input.agencyId }
    const terms = await clockTerms(ctx, input.agencyId)
    const { clocks } = deriveClocks(terms, subject, [{ by: 'citizen', at: receivedAt }])
    const row = await insertCase(ctx, {
      id,
      ticket: newTicket(),
      agency_id: input.agencyId,
      channel: input.channel,
      account_id: input.source?.accountId ?? null,
      conversation_key: input.source?.conversationKey ?? null,
      follows_case_id: input.followsCaseId ?? null,
      kind: input.kind,
      class: depth,
      state: 'open',
      subject: subjectOf(input.subject || input.text),
      place: input.place || null,
      district_id: input.where?.districtId ?? null,
      subdistrict_id: input.where?.subdistrictId ?? null,
      latitude: input.where?.latitude ?? null,
      longitude: input.where?.longitude ?? null,
      anonymous: input.anonymous ?? false,
      secret: input.secret ?? false,
      suspected: isSuspected(input.text),
      reporter_id: await insertReporter(ctx, input.reporter),
      received_at: receivedAt,
      opened_at: ctx.now,
      state_since: ctx.now,
      ...clockColumns(terms, subject, clocks),
      version: 1,
    })
    await record(ctx, 'case.opened', {
      thing: 'case',
      id,
      agencyId: input.agencyId,
      after: {
        ticket: row.ticket,
        channel: row.channel,
        accountId: row.account_id,
        kind: row.kind,
        class: row.class,
        receivedAt,
        clocks: begunInShort(clocks),
      },
    })
    return { case: toCase(row), isNew: true }
  })
}

/** What people and other systems write may hold anything; forms are tidied already. */
const tidied = (input: OpenCase): OpenCase => ({
  ...input,
  text: cleanText(input.text),
  place: cleanText(input.place ?? ''),
  subject: cleanText(input.subject ?? ''),
})

function refuseToOpen(ctx: Ctx, input: OpenCase): Refusal | undefined {
  const refusal = input.channel === 'form' ? undefined : refuseUnless(ctx.actor, 'case.open', input.agencyId)
  if (refusal) return refusal
  const { text, place = '', reporter = {} } = input
  const errors = refuseOpening({ text, place, contact: reporter.contact ?? '', name: reporter.name ?? '' })
  return Object.keys(errors).length > 0 ? invalid(errors) : undefined
}

/** Jobs name the agency of an account of ours; a person may name anything. */
async function refuseAgency(ctx: Ctx, agencyId: string): Promise<Refusal | undefined> {
  if (ctx.actor.kind === 'system') return undefined
  const agency = await ctx.db.selectFrom('agency').select('id').where('id', '=', agencyId).executeTakeFirst()
  return agency ? undefined : invalid({ agencyId: 'Perangkat daerah tidak dikenal.' })
}

const firstMessage = (caseId: string, { text, channel, source }: OpenCase, at: Date) => ({
  id: newId(),
  case_id: caseId,
  author: 'citizen' as const,
  author_id: null,
  author_name: null,
  text,
  at,
  channel: source?.channel ?? channel,
  external_id: source?.externalId ?? null,
  url: source?.url ?? null,
  state: 'received' as const,
  public_at: null,
  failure: null,
  final: false,
})

async function caseOfSource(ctx: Ctx, { source }: OpenCase): Promise<Case> {
  const row = await ctx.db
    .selectFrom('case_message as m')
    .innerJoin('cases', 'cases.id', 'm.case_id')
    .selectAll('cases')
    .where('m.channel', '=', source?.channel ?? '')
    .where('m.external_id', '=', source?.externalId ?? '')
    .executeTakeFirstOrThrow()
  return toCase(row)
}

/** The register number is taken last: its row is locked until the commit, and others wait for it. */
async function insertCase(
  ctx: Ctx,
  row: Omit<Insertable<CaseTable>, 'register_agency_id' | 'register_year' | 'register_number'>,
): Promise<CaseRow> {
  const { year, number } = await nextRegisterNumber(ctx, row.agency_id)
  const whole = { ...row, register_agency_id: row.agency_id, register_year: year, register_number: number }
  return ctx.db.insertInto('cases').values(whole).returningAll().executeTakeFirstOrThrow()
}
