import { may } from '../agencies/policy.ts'
import { calendarOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { type ClockReading, explainClock, readClock } from './clock-words.ts'
import { type CaseRow, readCase, toCase } from './data/case-rows.ts'
import { type KeptClock, readClocks } from './data/clock-rows.ts'
import { type MessageRow, readMessages } from './data/message-rows.ts'
import { findRules } from './find-rules.ts'

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
}

export interface CaseClock extends KeptClock {
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
  hasReporter: boolean
  follows: string | null
  mayAnswer: boolean
  mayPassOn: boolean
  /** Whether the citizen has ever had a final answer. */
  wasAnswered: boolean
}

/** The case with all that was written and done, for staff. Throws `Missing`. */
export async function findCase(ctx: Ctx, ticket: string): Promise<CaseInFull> {
  const row = await readCase(ctx, ticket)
  const [messages, acts] = [await readMessages(ctx, row.id), await readActs(ctx, row.id)]
  return {
    ...toCase(row),
    messages: messages.map(toMessage),
    clocks: await clocksInWords(ctx, row),
    acts,
    hasReporter: row.reporter_id !== null,
    follows: await ticketOf(ctx, row.follows_case_id),
    mayAnswer: may(ctx.actor, 'case.answer', row.agency_id),
    wasAnswered: messages.some(({ author, state, final }) => author === 'agency' && state === 'public' && final),
    mayPassOn: may(ctx.actor, 'case.pass-on', row.agency_id),
  }
}

async function clocksInWords(ctx: Ctx, row: CaseRow): Promise<CaseClock[]> {
  const calendar = await calendarOf(ctx, row.agency_id)
  const rules = new Map((await findRules(ctx)).map((rule) => [rule.id, rule]))
  return (await readClocks(ctx, row.id)).map((clock) => ({
    ...clock,
    reading: readClock(calendar, clock, ctx.now),
    explanation: explainClock(calendar, clock),
    basis: rules.get(clock.ruleId)?.basis ?? '',
  }))
}

const toMessage = (row: MessageRow): CaseMessage => ({
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
})

const shownActs = [
  'case.classified',
  'case.passed-on',
  'case.due-changed',
  'case.reopened',
  'case.closed',
  'reporter.opened',
]

async function readActs(ctx: Ctx, caseId: string): Promise<CaseAct[]> {
  const rows = await ctx.db
    .selectFrom('event')
    .select(['at', 'actor_kind', 'actor_name', 'action', 'after'])
    .where('thing', '=', 'case')
    .where('thing_id', '=', caseId)
    .where('action', 'in', shownActs)
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
