import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { type ClockReading, readClock } from './clock-words.ts'
import { nextClockOf, toCase } from './data/case-rows.ts'
import { cursorOf, type InboxRow, runningRows, settledRows, type Wanted } from './data/inbox-rows.ts'
import { filterIn, type InboxFilter, isSettled } from './inbox-filter.ts'
import { type Reading, searchCases } from './search-cases.ts'

export interface CaseListed extends Case {
  /** How the clock that ends next stands; null when none runs. */
  clock: ClockReading | null
  triage: 'process' | 'hold' | null
  /** Name of who has it. */
  assignee: string | null
  labels: readonly string[]
}

export interface CaseList {
  items: CaseListed[]
  next: string | null
  /** How the words of the search were read; null when nothing was searched for. */
  read: Reading | null
}

const nothing: InboxFilter = filterIn(new URLSearchParams())

/**
 * The inbox: cases this actor may see. What waits comes by what is due next, what is done the latest first; what is
 * searched for the latest received first, in every state unless one is given. `cursor` is from the page before.
 */
export async function findCases(
  ctx: Ctx,
  { limit, cursor, ...given }: Partial<InboxFilter> & { limit: number; cursor?: string | undefined },
): Promise<CaseList> {
  const filter = { ...nothing, ...given }
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope !== 'all' && scope.length === 0) return { items: [], next: null, read: null }
  const regionKind = await kindOfRegion(ctx, filter.region)
  const wanted: Wanted = { scope, filter, regionKind, limit: limit + 1, cursor: cursor || undefined }
  const { rows: found, read } = await rowsFor(ctx, wanted)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { items: await inWords(ctx, rows), next: last ? cursorAt(last, filter) : null, read }
}

async function rowsFor(ctx: Ctx, wanted: Wanted): Promise<{ rows: InboxRow[]; read: Reading | null }> {
  if (wanted.filter.text !== '') return searchCases(ctx, wanted)
  const rows = isSettled(wanted.filter.state) ? await settledRows(ctx, wanted) : await runningRows(ctx, wanted)
  return { rows, read: null }
}

function cursorAt(last: InboxRow, { text, state }: InboxFilter): string {
  if (text !== '') return cursorOf(last.received_at, last.id)
  return cursorOf(isSettled(state) ? last.state_since : last.next_due_at, last.id)
}

async function kindOfRegion(ctx: Ctx, region: string): Promise<Wanted['regionKind']> {
  if (region === '') return null
  const row = await ctx.db.selectFrom('agency_name').select('kind').where('agency_id', '=', region).executeTakeFirst()
  return row?.kind === 'district' || row?.kind === 'subdistrict' ? row.kind : null
}

/** Those of these tickets that this actor may see, in the order of the inbox. */
export async function findCasesOf(ctx: Ctx, tickets: readonly string[]): Promise<Case[]> {
  const scope = scopeOf(ctx.actor, 'case.read')
  const rows = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('ticket', '=', sql<string>`any(${tickets}::text[])`)
    .$if(scope !== 'all', (query) => query.where('agency_id', '=', sql<string>`any(${scope}::text[])`))
    .orderBy('next_due_at')
    .orderBy('id')
    .execute()
  return rows.map(toCase)
}

/** Rows as people read them: clocks in words, names for ids; one question each for all of the page. */
async function inWords(ctx: Ctx, rows: readonly InboxRow[]): Promise<CaseListed[]> {
  if (rows.length === 0) return []
  const calendarOf = await calendarsOf(ctx, [...new Set(rows.map((row) => row.agency_id))])
  const people = rows.flatMap(({ assignee_id }) => assignee_id ?? [])
  const names = people.length === 0 ? [] : await namesOf(ctx, people)
  const labels = await ctx.db
    .selectFrom('case_labelled as on_it')
    .innerJoin('case_label as l', 'l.id', 'on_it.label_id')
    .select(['on_it.case_id', 'l.name'])
    .where('on_it.case_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('l.name')
    .execute()
  return rows.map((row) => {
    const clock = nextClockOf(row)
    return {
      ...toCase(row),
      clock: clock && readClock(calendarOf(row.agency_id), clock, ctx.now),
      triage: row.triage,
      assignee: names.find(({ id }) => id === row.assignee_id)?.name ?? null,
      labels: labels.filter(({ case_id }) => case_id === row.id).map(({ name }) => name),
    }
  })
}

const namesOf = (ctx: Ctx, ids: readonly string[]) =>
  ctx.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()

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
