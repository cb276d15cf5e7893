-- How many follow-ups with proof a kind of case needs before it may be called done, from a day on.
create table proof_rule (
  kind text not null,
  from_day date not null,
  required integer not null check (required >= 0),
  basis text not null,
  primary key (kind, from_day)
);

-- How a case ended, and whether that counts as solved. What a merge closed may be undone; the row stays.
alter table case_closure
  add column outcome text,
  add column detail jsonb not null default '{}',
  add column solved boolean not null default false,
  add column undone_at timestamptz;
update case_closure set
  outcome = case ground when 'not-a-matter' then 'archived' when 'no-answer-needed' then 'no-answer-needed' else 'done' end,
  detail = case when reason is null then '{}' else jsonb_build_object('reason', reason) end,
  solved = ground is null;
alter table case_closure
  alter column outcome set not null,
  drop column ground,
  drop column reason;

-- Each time an officer opened a case again, without a word of the citizen.
create table case_reopening (
  id uuid primary key,
  case_id uuid not null references cases (id),
  at timestamptz not null,
  by_name text not null,
  reason text not null
);
create index case_reopening_of_case on case_reopening (case_id, at);
