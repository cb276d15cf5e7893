import { sql } from 'kysely'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type EventInput, recordAll } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import type { Clock } from './clock.ts'
import { clockColumns } from './clock-columns.ts'
import { known, pauseEnd } from './clock-end.ts'
import type { CaseRow } from './data/case-rows.ts'
import { readClocks, textOf } from './data/clock-json.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { findRules } from './find-rules.ts'
import { begunInShort, recountClocks } from './keep-clocks.ts'
import type { SlaRule } from './sla-rule.ts'

/** Cases of one transaction: large enough that the way to the database does not count; more were seen to be slower. */
const page = 400
/** Pages in the making: while one is counted here, another is written there. */
const lanes = 3

export interface Recomputed {
  seen: number
  moved: number
}

/**
 * Counts every running clock anew, after a change of calendar or rules. Where an end moves, the former one is kept with
 * `reason` and the case gets one event. A clock that has stopped is never touched. May run twice and may be killed in
 * the middle: what has not moved is not touched.
 *
 * Nothing that was written is read: a clock keeps all it is counted from.
 */
export async function recomputeDueDates(ctx: Ctx, reason: string): Promise<Recomputed> {
  const rules = await findRules(ctx)
  const calendarOf = await calendarsOf(ctx, await agenciesWithCases(ctx))
  const total: Recomputed = { seen: 0, moved: 0 }
  const pages = pagesFrom('')
  const work = async (): Promise<void> => {
    for (let more = true; more; ) {
      const done = await pages.next((after, told) =>
        transaction(ctx, (ctx) => recomputePage(ctx, { after, told, reason, rules, calendarOf })),
      )
      total.seen += done?.seen ?? 0
      total.moved += done?.moved ?? 0
      more = done !== undefined
    }
  }
  await Promise.all(Array.from({ length: lanes }, work))
  await recountPauses(ctx, calendarOf)
  return total
}

/** The limits of running pauses are counted by the calendar too. */
async function recountPauses(ctx: Ctx, calendarOf: Terms['calendarOf']): Promise<void> {
  const running = await ctx.db.selectFrom('case_pause').selectAll().where('ended_at', 'is', null).execute()
  for (const { id, agency_id, at, limit_days, limit_at } of running) {
    const limitAt = known(() => pauseEnd(calendarOf(agency_id), { from: at, to: null, limitDays: limit_days }))
    if (limitAt?.getTime() !== limit_at?.getTime())
      await ctx.db.updateTable('case_pause').set({ limit_at: limitAt }).where('id', '=', id).execute()
  }
}

/** Hands out pages in their order: the next may begin as soon as it is told where this one ends. */
function pagesFrom(first: string) {
  let cursor: Promise<string | undefined> = Promise.resolve(first)
  return {
    /** Undefined when there is no further page. `work` tells the last id of its page, or undefined at the end. */
    async next<T>(
      work: (after: string, told: (last: string | undefined) => void) => Promise<T>,
    ): Promise<T | undefined> {
      const before = cursor
      let told: (last: string | undefined) => void = () => {}
      cursor = new Promise((resolve) => {
        told = resolve
      })
      const after = await before
      try {
        return after === undefined ? undefined : await work(after, told)
      } finally {
        // whoever waits for this page when it failed, or after the last one
        told(undefined)
      }
    },
  }
}

async function agenciesWithCases(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.selectFrom('agency').select('id').execute()
  return rows.map(({ id }) => id)
}

interface Terms {
  reason: string
  rules: readonly SlaRule[]
  calendarOf: (agencyId: string) => WorkingCalendar
}

type Kept = Pick<CaseRow, 'id' | 'agency_id' | 'kind' | 'class' | 'clocks' | 'next_due_at'>

async function recomputePage(
  ctx: Ctx,
  { after, told, reason, rules, calendarOf }: Terms & { after: string; told: (last: string | undefined) => void },
): Promise<Recomputed> {
  // Whoever writes down that all is counted waits for the disk, and with it for every page.
  await sql`set local synchronous_commit = off`.execute(ctx.db)
  const rows: Kept[] = await ctx.db
    .selectFrom('cases')
    .select(['id', 'agency_id', 'kind', 'class', 'clocks', 'next_due_at'])
    .where(sql<boolean>`state in ('open', 'replied', 'answered')`)
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(page)
    .forNoKeyUpdate()
    .execute()
  told(rows.length < page ? undefined : rows.at(-1)?.id)
  const moved: Moved[] = []
  const events: EventInput[] = []
  for (const row of rows) {
    const kept = readClocks(row.clocks)
    if (!kept.some(({ step }) => step === 'citizen-wait')) {
      await settleOld(ctx, row.id, reason)
      continue
    }
    const subject = { kind: row.kind, class: row.class, agencyId: row.agency_id }
    const terms = { rules, calendar: calendarOf(row.agency_id) }
    const { clocks, begun } = recountClocks(terms, subject, kept, { now: ctx.now, reason })
    if (begun.length === 0) continue
    moved.push({ id: row.id, ...clockColumns(terms, subject, clocks) })
    events.push(dueChanged(row, begun, reason))
  }
  if (moved.length > 0) await saveAll(ctx, moved)
  await recordAll(ctx, 'case.due-changed', events)
  return { seen: rows.length, moved: moved.length }
}

/** A case from before all these clocks were kept: they are derived from its events, this once. */
async function settleOld(ctx: Ctx, id: string, reason: string): Promise<void> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await settleClocks(ctx, row, reason)
}

const dueChanged = (row: Kept, begun: readonly Clock[], reason: string): EventInput => ({
  thing: 'case',
  id: row.id,
  agencyId: row.agency_id,
  before: { nextDueAt: row.next_due_at && textOf(row.next_due_at) },
  after: {
    reason,
    clocks: begunInShort(begun).map(({ step, dueAt }) => ({ step, dueAt: dueAt && textOf(dueAt) })),
  },
})

type Moved = { id: string } & ReturnType<typeof clockColumns>

/** One JSON text for all rows: to write arrays of JSON, every quote would be escaped here and read again there. */
async function saveAll(ctx: Ctx, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map((row) => {
    const columns = {
      id: row.id,
      next_step: row.next_step,
      next_due_at: row.next_due_at && textOf(row.next_due_at),
      next_started_at: row.next_started_at && textOf(row.next_started_at),
      next_minutes: row.next_minutes,
      next_paused_until: row.next_paused_until && textOf(row.next_paused_until),
      next_warn_at: row.next_warn_at && textOf(row.next_warn_at),
      closes_at: row.closes_at && textOf(row.closes_at),
    }
    return `{"clocks":${row.clocks},${JSON.stringify(columns).slice(1)}`
  })
  await sql`
    update cases set
      clocks = told.clocks, next_step = told.next_step, next_due_at = told.next_due_at,
      next_started_at = told.next_started_at, next_minutes = told.next_minutes,
      next_paused_until = told.next_paused_until, next_warn_at = told.next_warn_at, closes_at = told.closes_at
    from json_to_recordset(${`[${rows.join(',')}]`}::json) as told (
      id uuid, clocks jsonb, next_step text, next_due_at timestamptz, next_started_at timestamptz,
      next_minutes double precision, next_paused_until timestamptz, next_warn_at timestamptz, closes_at timestamptz
    )
    where cases.id = told.id`.execute(ctx.db)
}
