import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/work-tables.ts'

/** A case that waits for one person, in one line. */
export interface Task {
  ticket: string
  subject: string
  /** Who asks, and when; for an assigned case who gave it. */
  by: string
  at: Date
  nextDueAt: Date | null
  /** What was asked with it. */
  words: string | null
}

export interface Tasks {
  assigned: Task[]
  mentions: Task[]
  /** Answers of others that wait for this person's approval. */
  proposals: Task[]
}

const listed = ['cases.ticket', 'cases.subject', 'cases.next_due_at as nextDueAt'] as const

/** What waits for the person who asks: cases given to them, notes that name them, answers to agree to. */
export async function findTasks(ctx: Ctx): Promise<Tasks> {
  if (ctx.actor.kind !== 'person') return { assigned: [], mentions: [], proposals: [] }
  const { id } = ctx.actor
  const reads = scopeOf(ctx.actor, 'case.read')
  const approves = scopeOf(ctx.actor, 'answer.approve')
  const assigned = await ctx.db
    .selectFrom('cases')
    .innerJoin('case_assignment as a', (join) => join.onRef('a.case_id', '=', 'cases.id').on('a.ended_at', 'is', null))
    .select([...listed, 'a.by_name as by', 'a.at', 'a.note as words'])
    .where('a.person_id', '=', id)
    .where('cases.state', 'in', ['open', 'replied'])
    .$if(reads !== 'all', (query) => query.where('cases.agency_id', 'in', within(reads)))
    .orderBy('cases.next_due_at')
    .limit(200)
    .execute()
  const mentions = await ctx.db
    .selectFrom('case_mention as m')
    .innerJoin('case_note as n', 'n.id', 'm.note_id')
    .innerJoin('cases', 'cases.id', 'm.case_id')
    .select([...listed, 'n.by_name as by', 'n.at', 'n.text as words'])
    .where('m.person_id', '=', id)
    .where('m.seen_at', 'is', null)
    .$if(reads !== 'all', (query) => query.where('cases.agency_id', 'in', within(reads)))
    .orderBy('n.at')
    .limit(200)
    .execute()
  const proposals = await ctx.db
    .selectFrom('answer_proposal as p')
    .innerJoin('cases', 'cases.id', 'p.case_id')
    .select([...listed, 'p.by_name as by', 'p.at', 'p.text as words'])
    .where('p.state', '=', 'waiting')
    .where((where) => where.or([where('p.by_id', 'is', null), where('p.by_id', '!=', id)]))
    .$if(approves !== 'all', (query) => query.where('cases.agency_id', 'in', within(approves)))
    .orderBy('p.at')
    .limit(200)
    .execute()
  return { assigned, mentions, proposals }
}

/** `in ()` is no SQL: nobody's agency is called ''. */
const within = (scope: 'all' | readonly string[]): readonly string[] =>
  scope === 'all' || scope.length === 0 ? [''] : scope
