import { may } from '../agencies/policy.ts'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { toldActs } from './act-words.ts'
import type { Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseTheme } from './case-theme.ts'
import type { Clock } from './clock.ts'
import { readingOf } from './clock-reading.ts'
import { type ClockReading, explainClock } from './clock-words.ts'
import { type CaseRow, readCase, toCase } from './data/case-rows.ts'
import { readClocks } from './data/clock-json.ts'
import { type MessageRow, readMessages } from './data/message-rows.ts'
import { type CasePause, findCasePauses } from './find-case-pauses.ts'
import { findFiles } from './find-file.ts'
import { type Explanation, readExplanations } from './find-late-cases.ts'
import { reasonsToday } from './find-pause-reasons.ts'
import { findRules } from './find-rules.ts'
import type { PauseReason } from './pause.ts'
import type { Topic } from './topic-case.ts'

export interface CaseMessage {
  id: string
  author: 'citizen' | 'agency'
  authorName: string | null
  text: string
  at: Date
  url: string | null
  state: MessageRow['state']
  final: boolean
  publicAt: Date | null
  failure: string | null
  /** Ticket of the case of the same citizen it came with, which was merged into this one. */
  from: string | null
}

export interface CaseClock extends Clock {
  reading: ClockReading
  explanation: string
  basis: string
}

/** An act on the case that is not a message. */
export interface CaseAct {
  at: Date
  by: string
  action: string
  after: unknown
}

export interface CaseInFull extends Case {
  messages: CaseMessage[]
  clocks: CaseClock[]
  acts: CaseAct[]
  pauses: CasePause[]
  /** Reasons that may be given today. */
  pauseReasons: PauseReason[]
  /** Why it is late, as the agency says, the latest first. */
  explanations: Explanation[]
  files: CaseFile[]
  hasReporter: boolean
  anonymous: boolean
  secret: boolean
  /** Looks like advertising. */
  suspected: boolean
  theme: CaseTheme | null
  /** What the agency decided; null: nothing yet. */
  triage: 'process' | 'hold' | null
  districtId: string | null
  subdistrictId: string | null
  latitude: number | null
  longitude: number | null
  /** Ticket of the case of the same citizen that this one went into. */
  mergedInto: string | null
  /** Tickets of those that went into this one. */
  tookIn: readonly string[]
  topic: Topic | null
  follows: string | null
  mayOpenReporter: boolean
  mayAnswer: boolean
  mayPassOn: boolean
  /** Whether the citizen has ever had a final answer. */
  wasAnswered: boolean
}

/** The case with all that was written and done, for staff. Throws `Missing`. */
export async function findCase(ctx: Ctx, ticket: string): Promise<CaseInFull> {
  const row = await readCase(ctx, ticket)
  const merged = await ctx.db
    .selectFrom('cases')
    .select(['id', 'ticket'])
    .where('merged_into_id', '=', row.id)
    .execute()
  const [messages, acts] = [await readMessages(ctx, row.id), await readActs(ctx, row.id)]
  return {
    ...toCase(row),
    messages: [...messages.map((one) => toMessage(one, null)), ...(await messagesOf(ctx, merged))].sort(byTime),
    clocks: await clocksInWords(ctx, row),
    pauses: await findCasePauses(ctx, row.id),
    pauseReasons: await reasonsToday(ctx),
    explanations: await readExplanations(ctx, [row.id]),
    acts,
    files: await findFiles(ctx, row.id),
    hasReporter: row.reporter_id !== null,
    anonymous: row.anonymous,
    secret: row.secret,
    suspected: row.suspected,
    theme: row.theme as CaseTheme | null,
    triage: row.triage,
    districtId: row.district_id,
    subdistrictId: row.subdistrict_id,
    latitude: row.latitude,
    longitude: row.longitude,
    mergedInto: await ticketOf(ctx, row.merged_into_id),
    tookIn: merged.map(({ ticket }) => ticket),
    topic: await topicOf(ctx, row.topic_id),
    mayOpenReporter: may(ctx.actor, row.anonymous ? 'reporter.open-anonymous' : 'reporter.open', row.agency_id),
    follows: await ticketOf(ctx, row.follows_case_id),
    mayAnswer: may(ctx.actor, 'case.answer', row.agency_id),
    wasAnswered: messages.some(({ author, state, final }) => author === 'agency' && state === 'public' && final),
    mayPassOn: may(ctx.actor, 'case.pass-on', row.agency_id),
  }
}

async function clocksInWords(ctx: Ctx, row: CaseRow): Promise<CaseClock[]> {
  const clocks = readClocks(row.clocks)
  const calendarOf = await calendarsOf(ctx, [row.agency_id, ...clocks.flatMap(({ agencyId }) => agencyId ?? [])])
  const rules = new Map((await findRules(ctx)).map((rule) => [rule.id, rule]))
  return clocks.map((clock) => {
    const calendar = calendarOf(clock.agencyId ?? row.agency_id)
    return {
      ...clock,
      reading: readingOf(calendar, clock, ctx.now),
      explanation: explainClock(calendar, clock),
      basis: (clock.ruleId && rules.get(clock.ruleId)?.basis) ?? '',
    }
  })
}

const toMessage = (row: MessageRow, from: string | null): CaseMessage => ({
  id: row.id,
  author: row.author,
  authorName: row.author_name,
  text: row.text,
  at: row.at,
  url: row.url,
  state: row.state,
  final: row.final,
  publicAt: row.public_at,
  failure: row.failure,
  from,
})

const byTime = (a: CaseMessage, b: CaseMessage): number => a.at.getTime() - b.at.getTime()

/** What was written in the cases that went into this one. */
async function messagesOf(ctx: Ctx, merged: readonly { id: string; ticket: string }[]): Promise<CaseMessage[]> {
  const found = await Promise.all(
    merged.map(async ({ id, ticket }) => (await readMessages(ctx, id)).map((one) => toMessage(one, ticket))),
  )
  return found.flat()
}

const topicOf = async (ctx: Ctx, id: string | null): Promise<Topic | null> =>
  (await ctx.db.selectFrom('topic').select(['id', 'name']).where('id', '=', id).executeTakeFirst()) ?? null

async function readActs(ctx: Ctx, caseId: string): Promise<CaseAct[]> {
  const rows = await ctx.db
    .selectFrom('event')
    .select(['at', 'actor_kind', 'actor_name', 'action', 'after'])
    .where('thing', '=', 'case')
    .where('thing_id', '=', caseId)
    .where('action', 'in', toldActs)
    .orderBy('id')
    .execute()
  return rows.map(({ actor_kind, actor_name, ...act }) => ({
    ...act,
    by: actor_kind === 'system' ? 'otomatis' : actor_name,
  }))
}

async function ticketOf(ctx: Ctx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await ctx.db.selectFrom('cases').select('ticket').where('id', '=', id).executeTakeFirst()
  return row?.ticket ?? null
}
