import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { manyRows } from '../platform/db/many-rows.ts'
import { recordAll } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { Case, CaseClass, CaseKind } from './case.ts'
import { refuseOpening, subjectOf } from './case-text.ts'
import { clockColumns } from './clock-columns.ts'
import { nextRegisterNumbers, toCase } from './data/case-rows.ts'
import { insertCitizenMessages } from './data/message-rows.ts'
import { type Identity, insertReporters } from './data/reporter-rows.ts'
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

/** What came of an opening, and whether it was this call that opened the case. */
export type Opened = { case: Case; isNew: boolean }

/** `openCase`, and whether it was this call that opened it. */
export async function openOnce(ctx: Ctx, input: OpenCase): Promise<Opened | Refusal> {
  return transaction(ctx, async (ctx) => {
    const [opened] = await openAll(ctx, [input])
    if (!opened) throw new Error('nothing was opened')
    return opened
  })
}

interface Opening {
  id: string
  messageId: string
  receivedAt: Date
  input: OpenCase
}

/**
 * Opens many cases with few statements; the answers stand in the order of the inputs. What is refused, and what is
 * known already, does not hold up the others. Inside a transaction.
 */
export async function openAll(ctx: Ctx, given: readonly OpenCase[]): Promise<(Opened | Refusal)[]> {
  const openings: Opening[] = []
  const answers: (Opening | Refusal)[] = []
  for (const input of given.map(tidied)) {
    const refusal = refuseToOpen(ctx, input) ?? (await refuseAgency(ctx, input.agencyId))
    const receivedAt = new Date(Math.min(input.receivedAt.getTime(), ctx.now.getTime()))
    const opening = { id: newId(), messageId: newId(), receivedAt, input }
    if (!refusal) openings.push(opening)
    answers.push(refusal ?? opening)
  }
  const saved = await insertCitizenMessages(ctx, openings.map(firstMessage))
  const rows = await insertCases(
    ctx,
    openings.filter(({ messageId }) => saved.has(messageId)),
  )
  return Promise.all(
    answers.map(async (one) => {
      if (isRefusal(one)) return one
      const row = rows.get(one.id)
      return row ? { case: toCase(row), isNew: true } : { case: await caseOfSource(ctx, one.input), isNew: false }
    }),
  )
}

async function insertCases(ctx: Ctx, openings: readonly Opening[]): Promise<Map<string, Parameters<typeof toCase>[0]>> {
  if (openings.length === 0) return new Map()
  const drafts = await Promise.all(openings.map((opening) => draftOf(ctx, opening)))
  const reporters = await insertReporters(
    ctx,
    openings.map(({ input }) => input.reporter),
  )
  // Taken last: the registers are locked until the commit, and others wait for them.
  const numbers = await nextRegisterNumbers(
    ctx,
    openings.map(({ input }) => input.agencyId),
  )
  const rows = drafts.map(({ row }, i) => ({
    ...row,
    clocks: JSON.parse(row.clocks),
    reporter_id: reporters[i],
    register_year: numbers[i]?.year ?? 0,
    register_number: numbers[i]?.number ?? 0,
  }))
  await manyRows('cases', rows).execute(ctx.db)
  await recordAll(
    ctx,
    'case.opened',
    drafts.map(({ row, begun }) => ({
      thing: 'case',
      id: row.id,
      agencyId: row.agency_id,
      after: {
        ticket: row.ticket,
        channel: row.channel,
        accountId: row.account_id,
        kind: row.kind,
        class: row.class,
        receivedAt: row.received_at,
        clocks: begun,
      },
    })),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A case as it begins; who reported it and its number come later. */
async function draftOf(ctx: Ctx, { id, input, receivedAt }: Opening) {
  const depth: CaseClass = input.kind === 'complaint' ? (input.class ?? 'plain') : 'plain'
  const subject = { kind: input.kind, class: depth, agencyId: input.agencyId }
  const terms = await clockTerms(ctx, input.agencyId)
  const { clocks } = deriveClocks(terms, subject, [{ by: 'citizen', at: receivedAt }])
  const row = {
    id,
    ticket: newTicket(),
    register_agency_id: input.agencyId,
    agency_id: input.agencyId,
    channel: input.channel,
    account_id: input.source?.accountId ?? null,
    conversation_key: input.source?.conversationKey ?? null,
    follows_case_id: input.followsCaseId ?? null,
    kind: input.kind,
    class: depth,
    state: 'open' as const,
    subject: subjectOf(input.subject || input.text),
    place: input.place || null,
    district_id: input.where?.districtId ?? null,
    subdistrict_id: input.where?.subdistrictId ?? null,
    latitude: input.where?.latitude ?? null,
    longitude: input.where?.longitude ?? null,
    anonymous: input.anonymous ?? false,
    secret: input.secret ?? false,
    suspected: isSuspected(input.text),
    received_at: receivedAt,
    opened_at: ctx.now,
    state_since: ctx.now,
    ...clockColumns(terms, subject, clocks),
    version: 1,
  }
  return { row, begun: begunInShort(clocks) }
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

const firstMessage = ({ id, messageId, receivedAt, input: { text, channel, source } }: Opening) => ({
  id: messageId,
  case_id: id,
  author: 'citizen' as const,
  author_id: null,
  author_name: null,
  text,
  at: receivedAt,
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
