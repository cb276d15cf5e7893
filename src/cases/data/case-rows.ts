import { type Selectable, sql } from 'kysely'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Missing } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import type { Case } from '../case.ts'
import type { ClockRead } from '../clock-words.ts'
import { registerText } from '../register-text.ts'
import type { CaseTable } from './tables.ts'

export type CaseRow = Selectable<CaseTable>

/** What a list reads of a case is enough. */
type CaseColumns = Pick<
  CaseRow,
  | 'id'
  | 'ticket'
  | 'register_agency_id'
  | 'register_year'
  | 'register_number'
  | 'agency_id'
  | 'channel'
  | 'account_id'
  | 'kind'
  | 'class'
  | 'state'
  | 'subject'
  | 'place'
  | 'received_at'
  | 'opened_at'
  | 'state_since'
  | 'next_step'
  | 'next_due_at'
  | 'version'
>

export const toCase = (row: CaseColumns): Case => ({
  id: row.id,
  ticket: row.ticket,
  register: registerText(row),
  agencyId: row.agency_id,
  channel: row.channel,
  accountId: row.account_id,
  kind: row.kind,
  class: row.class,
  state: row.state,
  subject: row.subject,
  place: row.place,
  receivedAt: row.received_at,
  openedAt: row.opened_at,
  stateSince: row.state_since,
  nextStep: row.next_step,
  nextDueAt: row.next_due_at,
  version: row.version,
})

/** The clock that ends next, for `readClock`; null when none runs. */
export const nextClockOf = (
  row: Pick<CaseRow, 'next_started_at' | 'next_due_at' | 'next_minutes' | 'next_paused_until'>,
): ClockRead | null =>
  row.next_started_at && {
    startedAt: row.next_started_at,
    dueAt: row.next_due_at,
    stoppedAt: null,
    minutes: row.next_minutes,
    pausedUntil: row.next_paused_until,
  }

/** The case with this ticket, locked until the transaction ends. Throws `Missing` also for what the actor may not see. */
export async function lockCase(ctx: Ctx, ticket: string): Promise<CaseRow> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).forUpdate().executeTakeFirst()
  return visible(ctx, row, ticket)
}

export async function lockCaseById(ctx: Ctx, id: string): Promise<CaseRow> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return visible(ctx, row, id)
}

/** The case itself, or the one it was merged into in the end, locked: the words of one citizen stay together. */
export async function lockWhereItWent(ctx: Ctx, found: CaseRow): Promise<CaseRow> {
  if (found.merged_into_id === null) return found
  const cases = ctx.db.selectFrom('cases').selectAll().forUpdate()
  return lockWhereItWent(ctx, await cases.where('id', '=', found.merged_into_id).executeTakeFirstOrThrow())
}

export async function readCase(ctx: Ctx, ticket: string): Promise<CaseRow> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).executeTakeFirst()
  return visible(ctx, row, ticket)
}

function visible(ctx: Ctx, row: CaseRow | undefined, name: string): CaseRow {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (!row || (scope !== 'all' && !scope.includes(row.agency_id))) throw new Missing(`case ${name}`)
  return row
}

/**
 * The next numbers in the registers of these agencies, one for each time an agency is named. Their rows stay locked
 * until the commit: no gaps. Agencies are locked in one order, so that nobody waits for each other.
 */
export async function nextRegisterNumbers(
  ctx: Ctx,
  agencyIds: readonly string[],
): Promise<{ year: number; number: number }[]> {
  const year = Number(dayInWib(ctx.now).slice(0, 4))
  const next = new Map<string, number>()
  for (const agency_id of [...new Set(agencyIds)].sort()) {
    const wanted = agencyIds.filter((id) => id === agency_id).length
    const { last } = await ctx.db
      .insertInto('case_register')
      .values({ agency_id, year, last: wanted })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'year']).doUpdateSet({ last: sql`case_register.last + ${wanted}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    next.set(agency_id, last - wanted + 1)
  }
  return agencyIds.map((agencyId) => {
    const number = next.get(agencyId) ?? 0
    next.set(agencyId, number + 1)
    return { year, number }
  })
}

/** Who changed the case last, for the words of a conflict. */
export async function lastActBy(ctx: Ctx, caseId: string): Promise<string> {
  const event = await ctx.db
    .selectFrom('event')
    .select('actor_name')
    .where('thing', '=', 'case')
    .where('thing_id', '=', caseId)
    .where('actor_kind', 'in', ['person', 'token'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return event?.actor_name ?? 'petugas lain'
}
