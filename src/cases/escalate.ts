import { type SqlBool, sql } from 'kysely'
import '../agencies/find-people.ts'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import { workingMinutesBetween } from '../platform/calendar/due-after.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import type { Clock } from './clock.ts'
import { clockColumns } from './clock-columns.ts'
import { known } from './clock-end.ts'
import type { CaseRow } from './data/case-rows.ts'
import { readClocks } from './data/clock-json.ts'
import './data/warning-tables.ts'
import { type EscalationRule, type Holding, toldOf } from './escalation.ts'
import { findRules } from './find-rules.ts'
import { mailWarnings } from './mail-warnings.ts'
import { ruleFor, type SlaRule } from './sla-rule.ts'
import { levelReached, nextLevel } from './warning.ts'

const page = 500

/**
 * Tells who has to know of clocks that came to a level since the last run (issue 4): each once, only while the office
 * of the agency is open, and everybody in one mail. May run twice and may be killed: what was noted and not mailed yet
 * is mailed by the next run. Answers how many levels were told.
 */
export async function escalate(ctx: Ctx): Promise<number> {
  const terms = {
    rules: await findRules(ctx),
    escalation: await findEscalationRules(ctx),
    holdings: await findHoldings(ctx),
    calendarOf: await calendarsOf(ctx, await agencyIds(ctx)),
  }
  let told = 0
  for (let after: { at: Date; id: string } | undefined; ; ) {
    const rows = await dueRows(ctx, after)
    told += await transaction(ctx, (ctx) =>
      tellPage(
        ctx,
        rows.map(({ id }) => id),
        terms,
      ),
    )
    const last = rows.at(-1)
    if (!last?.next_warn_at || rows.length < page) break
    after = { at: last.next_warn_at, id: last.id }
  }
  await mailWarnings(ctx)
  return told
}

/** The rules of who is told, the oldest first. */
export async function findEscalationRules(ctx: Ctx): Promise<EscalationRule[]> {
  const rows = await ctx.db.selectFrom('escalation_rule').selectAll().orderBy('from_day').orderBy('level').execute()
  return rows.map(({ from_day, ...rule }) => ({ ...rule, from: from_day }))
}

interface Terms {
  rules: readonly SlaRule[]
  escalation: readonly EscalationRule[]
  holdings: readonly Holding[]
  calendarOf: (agencyId: string) => WorkingCalendar
}

const dueRows = (ctx: Ctx, after: { at: Date; id: string } | undefined) =>
  ctx.db
    .selectFrom('cases')
    .select(['id', 'next_warn_at'])
    .where('next_warn_at', '<=', ctx.now)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(next_warn_at, id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('next_warn_at')
    .orderBy('id')
    .limit(page)
    .execute()

async function tellPage(ctx: Ctx, ids: readonly string[], terms: Terms): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', ids)
    .where('next_warn_at', '<=', ctx.now)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  let told = 0
  for (const row of rows) {
    const calendar = terms.calendarOf(row.agency_id)
    if (isOpen(calendar, ctx.now)) told += await tellCase(ctx, row, { ...terms, calendar })
  }
  return told
}

async function tellCase(ctx: Ctx, row: CaseRow, terms: Terms & { calendar: WorkingCalendar }): Promise<number> {
  const { calendar, rules } = terms
  const subject = { kind: row.kind, class: row.class, agencyId: row.agency_id }
  const reached: { clock: Clock; level: number }[] = []
  const clocks = readClocks(row.clocks).map((clock) => {
    const overdueAfter = ruleFor(rules, 'overdue', subject, dayInWib(clock.startedAt))
    const next = nextLevel(calendar, clock, overdueAfter)
    if (!next || next.at > ctx.now) return clock
    const level = Math.max(next.level, levelReached(calendar, clock, overdueAfter, ctx.now))
    reached.push({ clock, level })
    return { ...clock, told: level }
  })
  await ctx.db
    .updateTable('cases')
    .set(clockColumns(terms, subject, clocks))
    .where('id', '=', row.id)
    .execute()
  for (const { clock, level } of reached) {
    const about = { level, agencyId: row.agency_id, assigneeId: row.assignee_id }
    await note(ctx, row, { clock, level, people: toldOf(terms.escalation, terms.holdings, about, dayInWib(ctx.now)) })
  }
  return reached.length
}

async function note(
  ctx: Ctx,
  row: CaseRow,
  { clock, level, people }: { clock: Clock; level: number; people: readonly string[] },
): Promise<void> {
  const id = newId()
  const about = { case_id: row.id, agency_id: row.agency_id, step: clock.step, started_at: clock.startedAt }
  const noted = await ctx.db
    .insertInto('case_warning')
    .values({ id, ...about, level, due_at: clock.dueAt, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!noted || people.length === 0) return
  await ctx.db
    .insertInto('case_warning_told')
    .values(people.map((person_id) => ({ warning_id: id, person_id, at: ctx.now, mailed_at: null })))
    .execute()
}

/** Whether the minute that begins now is worked. */
const isOpen = (calendar: WorkingCalendar, now: Date): boolean =>
  (known(() => workingMinutesBetween(calendar, now, new Date(now.getTime() + 60_000))) ?? 0) > 0

const agencyIds = async (ctx: Ctx): Promise<string[]> =>
  (await ctx.db.selectFrom('agency').select('id').execute()).map(({ id }) => id)

async function findHoldings(ctx: Ctx): Promise<Holding[]> {
  const day = dayInWib(ctx.now)
  return ctx.db
    .selectFrom('appointment')
    .select(['person_id as personId', 'role', 'agency_id as agencyId'])
    .where('from_day', '<=', day)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>', day)]))
    .execute()
}
