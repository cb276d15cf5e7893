import pg from 'pg'
import type { Connection } from '../platform/db/connect.ts'

/**
 * Gives every case of a filled database its turns: one each, a tenth of them passed on once, answered before or after
 * their end, with a version for each month's end they saw. Set-based; keeps the invariants of `turn` by itself.
 */
export async function fillTurnTable(connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'; set jit = off;
      set synchronous_commit = off; select setseed(0.31); truncate turn`)
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `select c.relname as name, pg_get_indexdef(c.oid) as made
       from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = 'turn'::regclass and not i.indisprimary`,
    )
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(turns)
    for (const { made } of indexes) await client.query(made)
    await client.query('insert into turn_filling (done_at) values (now()) on conflict do nothing')
  } finally {
    await client.end()
  }
  const analysing = new pg.Client(connection)
  await analysing.connect()
  await analysing.query('vacuum analyze turn')
  await analysing.end()
}

const columns = `case_id, number, known_from, known_until, agency_id, kind, class, channel, theme, topic_id, district_id,
  subdistrict_id, came_at, passed_in, due_at, answered_at, recorded_at, in_time, working_minutes, left_at, left_how,
  closed_at, outcome, solved`

/** What a turn is of its case, the same in all its versions. */
const facts = `kind, class, channel, (array['government', 'development', 'community'])[1 + floor(chance * 4)::int], topic_id,
  district_id, subdistrict_id`

const turns = `
  with drawn as (
    select *, (select (clock ->> 'dueAt')::timestamptz from jsonb_array_elements(clocks) clock
      where clock ->> 'step' = 'final-answer' limit 1) as due_at, random() as chance, random() as pace
    from cases
  ), paced as (
    select *, case when state in ('answered', 'closed') then received_at + (due_at - received_at) * (0.1 + 1.1 * pace) end as answered_at,
      chance < 0.1 as is_passed, received_at + (due_at - received_at) * 0.05 as passed_at
    from drawn
  ), last_turn as (
    select *, case when is_passed then 2 else 1 end as number, case when is_passed then passed_at else received_at end as came_at,
      date_trunc('month', (case when is_passed then passed_at else received_at end) at time zone 'Asia/Jakarta')::date as came_month,
      date_trunc('month', answered_at at time zone 'Asia/Jakarta')::date as answered_month
    from paced
  )
  insert into turn (${columns})
  -- Passed on by the agency that had it first.
  select id, 1, date_trunc('month', passed_at at time zone 'Asia/Jakarta')::date, null::date, register_agency_id, ${facts}, received_at,
    false, due_at, null::timestamptz, null::timestamptz, null::boolean, null::int, passed_at, 'passed-on', null::timestamptz, null, null::boolean
  from paced where is_passed
  union all
  -- Open at the end of the month in which it came.
  select id, number, came_month, answered_month, agency_id, ${facts}, came_at, is_passed, due_at, null, null, null, null, null, null,
    null, null, null
  from last_turn where answered_month is null or answered_month > came_month
  union all
  -- Answered, and closed with it.
  select id, number, answered_month, null, agency_id, ${facts}, came_at, is_passed, due_at, answered_at, answered_at,
    answered_at <= due_at, (60 + 2000 * pace)::int, null, null, answered_at, 'done', chance < 0.8
  from last_turn where answered_month is not null`
