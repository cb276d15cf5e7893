import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Case, type CaseState, isCaseState } from './case.ts'
import { type ClockReading, readClock } from './clock-words.ts'
import { nextClockOf, toCase } from './data/case-rows.ts'
import { cursorOf, runningRows, settledRows } from './data/inbox-rows.ts'

export interface CaseListed extends Case {
  /** How the clock that ends next stands; null when none runs. */
  clock: ClockReading | null
}

export interface CaseFilter {
  /** One state; any other text means all that wait for the agency: open and replied. */
  state?: string | undefined
  agencyId?: string | undefined
  limit: number
  /** From the page before. */
  cursor?: string | undefined
}

/** The inbox: cases this actor may see. What waits comes by what is due next, what is done the latest first. */
export async function findCases(
  ctx: Ctx,
  { state = '', agencyId, limit, cursor }: CaseFilter,
): Promise<{ items: CaseListed[]; next: string | null }> {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope !== 'all' && scope.length === 0) return { items: [], next: null }
  const wanted = { scope, agencyId: agencyId || undefined, limit: limit + 1, cursor: cursor || undefined }
  const only: CaseState | undefined = isCaseState(state) ? state : undefined
  const settled = only === 'answered' || only === 'closed'
  const found = settled ? await settledRows(ctx, only, wanted) : await runningRows(ctx, { ...wanted, only })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const calendarOf = await calendarsOf(ctx, [...new Set(rows.map((row) => row.agency_id))])
  return {
    items: rows.map((row) => {
      const clock = nextClockOf(row)
      return { ...toCase(row), clock: clock && readClock(calendarOf(row.agency_id), clock, ctx.now) }
    }),
    next: last ? cursorOf(settled ? last.state_since : last.next_due_at, last.id) : null,
  }
}

/** How many cases wait for this actor's agencies, and how many of them are overdue: for the start page. */
export async function countWaiting(ctx: Ctx): Promise<{ waiting: number; overdue: number }> {
  const scope = scopeOf(ctx.actor, 'case.answer')
  if (scope !== 'all' && scope.length === 0) return { waiting: 0, overdue: 0 }
  const row = await ctx.db
    .selectFrom('cases')
    .select((count) => [
      count.fn.countAll<string>().as('waiting'),
      count.fn.countAll<string>().filterWhere('next_due_at', '<', ctx.now).as('overdue'),
    ])
    .where('state', 'in', ['open', 'replied'])
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope as readonly string[]))
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), overdue: Number(row.overdue) }
}

/** Of those of these agencies that this actor may see: how many cases wait, and how many of them are overdue. */
export async function countByAgency(
  ctx: Ctx,
  agencyIds: readonly string[],
): Promise<Map<string, { waiting: number; overdue: number }>> {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope !== 'all' && scope.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('cases')
    .select((count) => [
      'agency_id',
      count.fn.countAll<string>().as('waiting'),
      count.fn.countAll<string>().filterWhere('next_due_at', '<', ctx.now).as('overdue'),
    ])
    .where('state', 'in', ['open', 'replied'])
    .where('agency_id', '=', sql<string>`any(${agencyIds}::text[])`)
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope as readonly string[]))
    .groupBy('agency_id')
    .execute()
  return new Map(rows.map((row) => [row.agency_id, { waiting: Number(row.waiting), overdue: Number(row.overdue) }]))
}
