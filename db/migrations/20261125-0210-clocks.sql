-- A limit is in working days or in working minutes.
alter table sla_rule rename column days to amount;
alter table sla_rule add column unit text not null default 'days' check (unit in ('days', 'minutes'));
alter table sla_rule alter column unit drop default;

-- A machine's "we have received it" stops no clock.
alter table case_message add column automatic boolean not null default false;

-- What an agency decided about a case that came to it.
create table case_triage (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  at timestamptz not null,
  by_id text,
  by_name text not null,
  outcome text not null,
  reason text
);
create index case_triage_of_case on case_triage (case_id, at);

-- What an agency did about a case, with its proof.
create table case_follow_up (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  at timestamptz not null,
  by_id text,
  by_name text not null,
  kind text not null,
  text text not null,
  link text
);
create index case_follow_up_of_case on case_follow_up (case_id, at);

-- Each time a case went from one agency to another.
create table case_passage (
  id uuid primary key,
  case_id uuid not null references cases (id),
  from_agency_id text not null references agency (id),
  to_agency_id text not null references agency (id),
  at timestamptz not null,
  by_id text,
  by_name text not null,
  reason text not null
);
create index case_passage_of_case on case_passage (case_id, at);
insert into case_passage (id, case_id, from_agency_id, to_agency_id, at, by_id, by_name, reason)
  select gen_random_uuid(), c.id, before ->> 'agencyId', after ->> 'agencyId', at, actor_id, actor_name, coalesce(after ->> 'reason', '')
  from event join cases c on c.id::text = thing_id
  where thing = 'case' and action = 'case.passed-on';

-- For what a clock may stand still, from a day on: for how many working days at most, and which clocks.
create table pause_reason (
  id text not null,
  from_day date not null,
  name text not null,
  limit_days integer not null check (limit_days >= 0),
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  -- Whether the citizen's next word ends it.
  ends_by_word boolean not null,
  basis text not null,
  primary key (id, from_day)
);

-- One pause of a case. Terms are kept as they were when it began; `ended_at` null: it runs until its limit.
create table case_pause (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  reason_id text not null,
  reason_name text not null,
  limit_days integer not null,
  steps jsonb not null,
  ends_by_word boolean not null,
  note text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  -- The end of the limit, null where its year has no decree yet.
  limit_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('resumed', 'word', 'limit', 'answered', 'passed-on', 'closed')),
  ended_by text,
  check ((ended_at is null) = (ended_how is null))
);
create unique index case_pause_running on case_pause (case_id) where ended_at is null;
create index case_pause_of_case on case_pause (case_id, at);
create index case_pause_at on case_pause (at);

-- All clocks of a case, the former ends inside, so that counting anew is one row. Derived from rules, calendar and what
-- happened; see src/cases/clock.ts for the shape.
alter table cases
  add column clocks jsonb not null default '[]',
  -- Of the clock that ends next: its beginning, its length in working minutes, and until when it stands still.
  add column next_started_at timestamptz,
  add column next_minutes double precision,
  add column next_paused_until timestamptz,
  -- When some running clock next comes to a level that is told to somebody.
  add column next_warn_at timestamptz,
  add column paused_since timestamptz,
  -- Of an answered case: when it closes by itself.
  add column closes_at timestamptz;

update cases set
  clocks = kept.clocks,
  next_started_at = kept.next_started_at
from (
  select
    c.id,
    jsonb_agg(
      jsonb_build_object(
        'step', k.step, 'ruleId', k.rule_id, 'unit', 'days', 'amount', k.days, 'agencyId', null,
        'startedAt', to_char(k.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'dueAt', to_char(k.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'unknownYear', k.unknown_year,
        'stoppedAt', to_char(coalesce(k.stopped_at, k.superseded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'stoppedBy', case
          when k.stopped_at is not null then case k.step when 'first-reply' then 'reply' else 'answer' end
          when k.superseded_at is not null then 'closing' end,
        'pauses', '[]'::jsonb,
        'told', 0,
        'former', coalesce((
          select jsonb_agg(jsonb_build_object(
            'dueAt', to_char(f.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'until', to_char(f.superseded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'reason', f.superseded_reason) order by f.created_at, f.id)
          from case_clock f
          where f.case_id = k.case_id and f.step = k.step and f.started_at = k.started_at
            and f.superseded_at is not null and f.id <> k.id), '[]'::jsonb)
      ) order by k.started_at, k.created_at, k.id) as clocks,
    max(k.started_at) filter (where k.step = c.next_step and k.stopped_at is null and k.superseded_at is null) as next_started_at
  from cases c join case_clock k on k.case_id = c.id
  -- Of what was computed anew only the last stands on its own: the former ends go inside.
  where k.superseded_at is null
    or not exists (
      select 1 from case_clock n
      where n.case_id = k.case_id and n.step = k.step and n.started_at = k.started_at
        and (n.superseded_at is null or (n.created_at, n.id) > (k.created_at, k.id)))
  group by c.id
) kept
where kept.id = cases.id;
drop table case_clock;

create index cases_to_warn on cases (next_warn_at, id) where next_warn_at is not null;
create index cases_to_close on cases (closes_at, id) where state = 'answered';
