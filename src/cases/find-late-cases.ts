import { type SqlBool, sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import { calendarsOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Case } from './case.ts'
import { countedPauses } from './clock-end.ts'
import { type ClockReading, pausedWords, readClock } from './clock-words.ts'
import { type CaseRow, toCase } from './data/case-rows.ts'
import { readClocks } from './data/clock-json.ts'
import './data/warning-tables.ts'
import './data/work-tables.ts'
import { readable } from './keep-clocks.ts'
import { type LateFacts, lateClocks } from './lateness.ts'
import type { ClockStep } from './sla-rule.ts'

export interface LateCase extends Case {
  late: { step: ClockStep; dueAt: Date | null; reading: ClockReading }[]
  facts: LateFacts
  /** What the agency says, the latest first. */
  explanations: Explanation[]
}

export interface Explanation {
  text: string
  by: string
  at: Date
}

interface LateFilter {
  agencyId?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** Cases of which some clock has passed its end, of those this actor may see: the longest late first. */
export async function findLateCases(
  ctx: Ctx,
  { agencyId, limit, cursor }: LateFilter,
): Promise<{ items: LateCase[]; next: string | null }> {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope !== 'all' && scope.length === 0) return { items: [], next: null }
  const after = readCursor(cursor)
  const found = await lateOf(ctx, scope, agencyId)
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(next_due_at, id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { items: await inFull(ctx, rows), next: last ? `${last.next_due_at?.toISOString()}_${last.id}` : null }
}

/** How many are late in each agency this actor may see, the most first. */
export async function countLate(ctx: Ctx): Promise<{ agencyId: string; count: number }[]> {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope !== 'all' && scope.length === 0) return []
  const rows = await lateOf(ctx, scope, undefined)
    .select(({ fn }) => ['agency_id', fn.countAll<string>().as('count')])
    .groupBy('agency_id')
    .execute()
  return rows
    .map(({ agency_id, count }) => ({ agencyId: agency_id, count: Number(count) }))
    .sort((a, b) => b.count - a.count || (a.agencyId < b.agencyId ? -1 : 1))
}

const lateOf = (ctx: Ctx, scope: 'all' | readonly string[], agencyId: string | undefined) =>
  ctx.db
    .selectFrom('cases')
    // Written out, so that the partial indexes fit.
    .where(sql<SqlBool>`state in ('open', 'replied')`)
    .where('next_due_at', '<', ctx.now)
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope as readonly string[]))
    .$if(Boolean(agencyId), (query) => query.where('agency_id', '=', agencyId ?? ''))

async function inFull(ctx: Ctx, rows: readonly CaseRow[]): Promise<LateCase[]> {
  const ids = rows.map(({ id }) => id)
  const calendarOf = await calendarsOf(ctx, [...new Set(rows.map(({ agency_id }) => agency_id))])
  const told = await readTold(ctx, ids)
  const explanations = Map.groupBy(await readExplanations(ctx, ids), ({ caseId }) => caseId)
  return rows.map((row): LateCase => {
    const calendar = calendarOf(row.agency_id)
    const clocks = readClocks(row.clocks)
    const runs = (step: ClockStep): boolean => clocks.some((one) => one.step === step && one.stoppedAt === null)
    const answer = clocks.findLast(({ step }) => step === 'final-answer')
    const { passages = 0, failed = false, waiting = false, proposals = 0 } = told.get(row.id) ?? {}
    return {
      ...toCase(row),
      late: lateClocks(clocks, ctx.now).map((clock) => ({
        step: clock.step,
        dueAt: clock.dueAt,
        reading: readClock(calendar, readable(calendar, clock), ctx.now),
      })),
      facts: {
        untriaged: runs('triage'),
        assigned: row.assignee_id !== null,
        followedUp: !runs('follow-up'),
        passages: Number(passages),
        paused: answer ? pausedWords(calendar, countedPauses(calendar, answer)) : '',
        answer: waiting ? 'waiting' : failed ? 'failed' : null,
        needsApproval: Number(proposals) > 0,
      },
      explanations: explanations.get(row.id) ?? [],
    }
  })
}

interface Told {
  id: string
  passages: string
  failed: boolean
  waiting: boolean
  proposals: string
}

/** What stands in other tables about these cases: one question for all of them. */
async function readTold(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Told>> {
  const { rows } = await sql<Told>`
    select c.id,
      (select count(*) from case_passage p where p.case_id = c.id) as passages,
      coalesce((select m.state = 'failed' from case_message m
        where m.case_id = c.id and m.author = 'agency' order by m.at desc, m.id desc limit 1), false) as failed,
      exists (select from case_message m where m.case_id = c.id and m.state = 'waiting') as waiting,
      (select count(*) from answer_proposal a where a.case_id = c.id and a.state = 'waiting') as proposals
    from unnest(${ids}::uuid[]) as c (id)`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What agencies said about why these cases are late, the latest first. */
export const readExplanations = (ctx: Ctx, caseIds: readonly string[]): Promise<(Explanation & { caseId: string })[]> =>
  ctx.db
    .selectFrom('case_explanation')
    .select(['case_id as caseId', 'text', 'by_name as by', 'at'])
    .where('case_id', '=', sql<string>`any(${caseIds}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Throws `Missing` for what we never wrote. */
function readCursor(text: string | undefined): { at: string; id: string } | undefined {
  if (!text) return undefined
  const [at = '', id = ''] = text.split('_')
  if (!isId(id) || Number.isNaN(Date.parse(at))) throw new Missing(`page ${text}`)
  return { at, id }
}
