-- A topic is one matter that many citizens write about: each case keeps its own ticket and its own answer.
create table topic (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  created_by text not null
);

alter table cases
  -- Where the matter lies: district and urban village are agencies of the city; the position was typed.
  add column district_id text references agency (id),
  add column subdistrict_id text references agency (id),
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column theme text check (theme in ('government', 'development', 'community')),
  add column topic_id uuid references topic (id),
  -- Anonymous: the agency never learns who wrote. Secret: nothing of it is ever shown in public.
  add column anonymous boolean not null default false,
  add column secret boolean not null default false,
  -- What the agency that holds the case decided to do with it; null: it has not looked yet.
  add column triage text check (triage in ('process', 'hold')),
  add column assignee_id uuid,
  -- The case of the same citizen that this one went into.
  add column merged_into_id uuid references cases (id),
  -- Where a case entered by hand or imported came from: {system, id, url}.
  add column origin jsonb,
  add check ((latitude is null) = (longitude is null));
