import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, placeOfFurtherWord } from './case.ts'
import { refuseText } from './case-text.ts'
import { countEnd } from './clock-end.ts'
import { type CaseRow, lockCaseById, lockWhereItWent, toCase } from './data/case-rows.ts'
import { insertMessage } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { clockTerms } from './find-rules.ts'
import { begunInShort } from './keep-clocks.ts'
import { type CaseSource, type OpenCase, openOnce } from './open-case.ts'
import { ruleFor } from './sla-rule.ts'

/** What became of a citizen's word. `known`: it had been brought before, nothing was changed. */
export interface TakenIn {
  case: Case
  outcome: 'opened' | 'joined' | 'reopened' | 'linked' | 'known'
}

/**
 * Takes in a citizen's word from a channel, exactly once per source. The same citizen in the same conversation joins
 * the open case, reopens one that was answered or closed at most 10 working days ago (rule `closing`), and otherwise
 * opens a new case linked to the former. What a merged case would get, the one it went into gets. What adapters call for every message; `input` must hold all that a new case
 * needs.
 */
export async function addCitizenMessage(
  ctx: Ctx,
  input: OpenCase & { source: CaseSource },
): Promise<TakenIn | Refusal> {
  return transaction(ctx, async (ctx): Promise<TakenIn | Refusal> => {
    if (ctx.actor.kind === 'public') return forbidden()
    const wrong = refuseText(cleanText(input.text), 'Pesan')
    if (wrong) return invalid({ text: wrong })
    const former = await lockConversation(ctx, input.source)
    const place = placeOfFurtherWord(
      former && { state: former.state, reopenUntil: await reopenUntil(ctx, former) },
      input.receivedAt,
    )
    if (former && (place === 'join' || place === 'reopen')) return addTo(ctx, former, input, place)
    const opened = await openOnce(ctx, { ...input, ...(former && { followsCaseId: former.id }) })
    if (isRefusal(opened)) return opened
    return { case: opened.case, outcome: opened.isNew ? (place === 'link' ? 'linked' : 'opened') : 'known' }
  })
}

/** The last case of this conversation, or where it was merged into, locked; two messages of one conversation wait for each other. */
async function lockConversation(ctx: Ctx, source: CaseSource): Promise<CaseRow | undefined> {
  if (!source.conversationKey) return undefined
  const key = `${source.channel} ${source.conversationKey}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db)
  const last = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('channel', '=', source.channel)
    .where('conversation_key', '=', source.conversationKey)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return last && lockWhereItWent(ctx, last)
}

/** Until when a closed case may be reopened; null: it is not closed, or the count is not known. */
export async function reopenUntil(ctx: Ctx, former: CaseRow): Promise<Date | null> {
  if (former.state !== 'closed') return null
  const { rules, calendar } = await clockTerms(ctx, former.agency_id)
  const subject = { kind: former.kind, class: former.class, agencyId: former.agency_id }
  const rule = ruleFor(rules, 'closing', subject, dayInWib(former.state_since))
  return rule ? countEnd(calendar, { ...rule, startedAt: former.state_since, pauses: [] }).dueAt : null
}

async function addTo(
  ctx: Ctx,
  former: CaseRow,
  input: OpenCase & { source: CaseSource },
  place: 'join' | 'reopen',
): Promise<TakenIn> {
  const messageId = newId()
  const saved = await insertMessage(ctx, {
    id: messageId,
    case_id: former.id,
    author: 'citizen',
    text: cleanText(input.text),
    at: new Date(Math.min(input.receivedAt.getTime(), ctx.now.getTime())),
    channel: input.source.channel,
    external_id: input.source.externalId,
    url: input.source.url ?? null,
    state: 'received',
    final: false,
  })
  if (!saved) return { case: toCase(former), outcome: 'known' }
  const { begun } = await settleClocks(ctx, former, 'Warga menulis lagi.')
  const about = { thing: 'case', id: former.id, agencyId: former.agency_id }
  const clocks = begunInShort(begun)
  await record(ctx, 'case.message-added', { ...about, after: { messageId, channel: input.source.channel } })
  if (place === 'reopen') await record(ctx, 'case.reopened', { ...about, after: { clocks } })
  return { case: toCase(await lockCaseById(ctx, former.id)), outcome: place === 'join' ? 'joined' : 'reopened' }
}
