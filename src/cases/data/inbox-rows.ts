import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { isId } from '../../platform/id.ts'
import { Missing } from '../../platform/refusal.ts'
import { dueRange, type InboxFilter, isDue, isSettled } from '../inbox-filter.ts'
import type { CaseTable } from './tables.ts'
import './work-tables.ts'

/** What a list reads of a case; all clocks of it are left where they are. */
const listed = [
  'id',
  'ticket',
  'register_agency_id',
  'register_year',
  'register_number',
  'agency_id',
  'channel',
  'account_id',
  'kind',
  'class',
  'state',
  'subject',
  'place',
  'received_at',
  'opened_at',
  'state_since',
  'next_step',
  'next_due_at',
  'next_started_at',
  'next_minutes',
  'next_paused_until',
  'version',
  'triage',
  'assignee_id',
] as const satisfies readonly (keyof CaseTable)[]

export type InboxRow = Pick<Selectable<CaseTable>, (typeof listed)[number]>

export interface Wanted {
  scope: 'all' | readonly string[]
  filter: InboxFilter
  /** What the filter's region is; null: nothing we know. */
  regionKind: 'district' | 'subdistrict' | null
  limit: number
  cursor: string | undefined
}

/** Rows of `cases` that the filter lets through, its text aside. `sql.lit` so that the partial indexes fit. */
function conditions(ctx: Ctx, { scope, filter, regionKind }: Wanted): RawBuilder<boolean>[] {
  const { state, agencyId, kind, class: depth, channel, assignee, label, topic, region, due } = filter
  const where: RawBuilder<boolean>[] = []
  const add = (condition: RawBuilder<boolean>): number => where.push(condition)
  if (scope !== 'all') {
    const [only, ...others] = scope
    add(others.length === 0 ? sql`cases.agency_id = ${only}` : sql`cases.agency_id = any(${scope}::text[])`)
  }
  if (state !== 'any') add(stateIs(state))
  if (agencyId !== '') add(sql`cases.agency_id = ${agencyId}`)
  if (kind !== '') add(sql`cases.kind = ${kind}`)
  if (depth !== '') add(sql`cases.class = ${sql.lit(depth)}`)
  if (channel !== '') add(sql`cases.channel = ${channel}`)
  if (assignee === 'belum') add(sql`cases.assignee_id is null`)
  else if (assignee !== '') add(isAssignee(ctx, assignee))
  if (label !== '') add(isId(label) ? hasLabel(label, state) : nothing)
  if (topic !== '') add(isId(topic) ? sql`cases.topic_id = ${topic}` : nothing)
  if (region !== '') add(regionKind === null ? nothing : sql`${sql.ref(`cases.${regionKind}_id`)} = ${region}`)
  if (due === 'paused') add(sql`cases.paused_since is not null`)
  else if (isDue(due) && due !== 'paused') {
    const { from, to } = dueRange(due, ctx.now)
    if (from) add(sql`cases.next_due_at >= ${from}`)
    add(sql`cases.next_due_at < ${to}`)
  }
  return where
}

const nothing = sql<boolean>`false`

/**
 * Of what waits, each row is asked whether it bears the label, in the order of the list: a label is on far more that is
 * done, and `exists` would let the planner begin with those.
 */
const hasLabel = (label: string, state: string): RawBuilder<boolean> =>
  isSettled(state) || state === 'any'
    ? sql`exists (select from case_labelled on_it where on_it.case_id = cases.id and on_it.label_id = ${label})`
    : sql`(select true from case_labelled on_it where on_it.case_id = cases.id and on_it.label_id = ${label})`

function stateIs(state: string): RawBuilder<boolean> {
  if (isSettled(state)) return sql`cases.state = ${sql.lit(state)}`
  const running = sql<boolean>`cases.state in ('open', 'replied')`
  if (state === 'open' || state === 'replied') return sql`${running} and cases.state = ${sql.lit(state)}`
  if (state === 'held') return sql`${running} and cases.triage = 'hold'`
  if (state === 'suspected') return sql`${running} and cases.suspected`
  if (state === 'untriaged') return sql`${running} and cases.triage is null`
  return running
}

function isAssignee(ctx: Ctx, assignee: string): RawBuilder<boolean> {
  const id = assignee === 'saya' && ctx.actor.kind === 'person' ? ctx.actor.id : assignee
  return isId(id) ? sql`cases.assignee_id = ${id}` : nothing
}

const all = (where: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  where.length === 0 ? sql`true` : sql.join(where, sql` and `)

const columns = sql.join(listed.map((name) => sql.ref(`cases.${name}`)))

/** Cases that wait for the agency, by what is due next; an unknown end comes last. */
export async function runningRows(ctx: Ctx, wanted: Wanted): Promise<InboxRow[]> {
  const cursor = readCursor(wanted.cursor)
  const after = (condition: RawBuilder<boolean>[], limit: number) => inOrder(ctx, wanted, condition, limit)
  if (!cursor) return after([], wanted.limit)
  // Asked one after the other: one condition for both would read the index from its beginning.
  const dated =
    cursor.at === null
      ? []
      : await after(
          [sql`(cases.next_due_at, cases.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`],
          wanted.limit,
        )
  if (dated.length === wanted.limit) return dated
  const endless = [sql<boolean>`cases.next_due_at is null`]
  if (cursor.at === null) endless.push(sql`cases.id > ${cursor.id}`)
  return [...dated, ...(await after(endless, wanted.limit - dated.length))]
}

async function inOrder(ctx: Ctx, wanted: Wanted, more: readonly RawBuilder<boolean>[], limit: number) {
  const { rows } = await sql<InboxRow>`
    select ${columns} from cases where ${all([...conditions(ctx, wanted), ...more])}
    order by cases.next_due_at, cases.id limit ${sql.lit(limit)}`.execute(ctx.db)
  return rows
}

/** Cases in a state that waits for nobody, the latest first. */
export async function settledRows(ctx: Ctx, wanted: Wanted): Promise<InboxRow[]> {
  const where = conditions(ctx, wanted)
  const cursor = readCursor(wanted.cursor)
  if (cursor) where.push(sql`(cases.state_since, cases.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`)
  const { rows } = await sql<InboxRow>`
    select ${columns} from cases where ${all(where)}
    order by cases.state_since desc, cases.id desc limit ${sql.lit(wanted.limit)}`.execute(ctx.db)
  return rows
}

/**
 * Of the cases the index finds by all of these `tsquery`, received before `to`: those the filter lets through, the latest
 * first.
 */
export async function foundRows(
  ctx: Ctx,
  wanted: Wanted,
  { words, to }: { words: readonly string[]; to: Date | null },
): Promise<InboxRow[]> {
  const cursor = readCursor(wanted.cursor)
  // A condition for each: of one query with `&` and `|` the index reads far more (measured: 59 ms against 1.3 ms).
  const hits = words.map((query) => sql<boolean>`words @@ ${query}::tsquery`)
  if (to) hits.push(sql`received_at < ${to}`)
  if (cursor) hits.push(sql`(received_at, case_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`)
  const where = conditions(ctx, wanted)
  const latest = sql`order by received_at desc, case_id desc limit ${sql.lit(wanted.limit)}`
  // Materialized: the planner would else walk all cases from the newest, and never end where the words are old.
  const { rows } = await sql<InboxRow>`
    with hit as materialized (
      select case_id, received_at from case_search where ${all(hits)} ${where.length === 0 ? latest : sql``}
    )
    select ${columns} from hit join cases on cases.id = hit.case_id where ${all(where)}
    order by hit.received_at desc, hit.case_id desc limit ${sql.lit(wanted.limit)}`.execute(ctx.db)
  return rows
}

/** Cases with one of these ids, the latest first. */
export async function rowsOf(ctx: Ctx, wanted: Wanted, ids: readonly string[]): Promise<InboxRow[]> {
  const where = [sql<boolean>`cases.id = any(${ids}::uuid[])`, ...conditions(ctx, wanted)]
  const { rows } = await sql<InboxRow>`
    select ${columns} from cases where ${all(where)}
    order by cases.received_at desc, cases.id desc limit ${sql.lit(wanted.limit)}`.execute(ctx.db)
  return rows
}

export const cursorOf = (at: Date | null, id: string): string => `${at?.toISOString() ?? '-'}_${id}`

/** Throws `Missing` for what we never wrote. */
function readCursor(text: string | undefined): { at: string | null; id: string } | undefined {
  if (text === undefined) return undefined
  const [at = '', id = ''] = text.split('_')
  if (!isId(id) || (at !== '-' && Number.isNaN(Date.parse(at)))) throw new Missing(`page ${text}`)
  return { at: at === '-' ? null : at, id }
}
