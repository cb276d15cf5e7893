-- Agencies that do not work by the city's calendar (health centres are open on Saturday).
create table agency_calendar (
  agency_id text primary key references agency (id),
  calendar_id text not null references calendar (id)
);

-- How many working days a step may take. Null means every kind, class or agency; the closest rule wins.
create table sla_rule (
  id uuid primary key,
  step text not null,
  kind text,
  class text,
  agency_id text references agency (id),
  days integer not null check (days >= 0),
  basis text not null,
  from_day date not null,
  unique nulls not distinct (step, kind, class, agency_id, from_day)
);

-- Last number given out in the office register of an agency and year; the row is the lock.
create table case_register (
  agency_id text not null references agency (id),
  year integer not null,
  last integer not null,
  primary key (agency_id, year)
);

-- Who wrote, apart from what was written and sealed with the key of the installation: {name, contact, handle}.
create table reporter (
  id uuid primary key,
  sealed text not null,
  created_at timestamptz not null
);

create table cases (
  id uuid primary key,
  ticket text not null unique,
  register_agency_id text not null references agency (id),
  register_year integer not null,
  register_number integer not null,
  agency_id text not null references agency (id),
  channel text not null,
  account_id text,
  -- One citizen in one conversation of a channel.
  conversation_key text,
  -- The closed case of the same conversation that this one follows.
  follows_case_id uuid references cases (id),
  kind text not null,
  class text not null,
  state text not null check (state in ('open', 'replied', 'answered', 'closed')),
  subject text not null,
  place text,
  reporter_id uuid references reporter (id),
  received_at timestamptz not null,
  opened_at timestamptz not null,
  state_since timestamptz not null,
  -- The clock that ends next, taken from case_clock; null when none runs or its end is unknown.
  next_step text,
  next_due_at timestamptz,
  version integer not null default 1,
  unique (register_agency_id, register_year, register_number)
);
create index cases_running on cases (next_due_at, id) where state in ('open', 'replied');
create index cases_running_of_agency on cases (agency_id, next_due_at, id) where state in ('open', 'replied');
create index cases_by_state on cases (state, state_since, id);
create index cases_of_agency_by_state on cases (agency_id, state, state_since, id);
create index cases_of_conversation on cases (channel, conversation_key, opened_at) where conversation_key is not null;

-- What the citizen wrote, and what the agency answered. An answer is public at once on the form, and on a channel
-- when the channel has confirmed it.
create table case_message (
  id uuid primary key,
  case_id uuid not null references cases (id) deferrable initially deferred,
  author text not null check (author in ('citizen', 'agency')),
  author_id text,
  author_name text,
  text text not null,
  at timestamptz not null,
  channel text not null,
  external_id text,
  url text,
  state text not null check (state in ('received', 'waiting', 'public', 'failed')),
  -- Of an answer: whether it ends the matter.
  final boolean not null default false,
  public_at timestamptz,
  failure text,
  -- Exactly once, however often a channel brings it.
  unique (channel, external_id)
);
create index case_message_of_case on case_message (case_id, at);

-- Derived from rule, calendar and events. A clock that was computed anew is kept, with the reason.
create table case_clock (
  id uuid primary key,
  case_id uuid not null references cases (id),
  step text not null,
  rule_id uuid not null references sla_rule (id),
  days integer not null,
  started_at timestamptz not null,
  due_at timestamptz,
  -- The year whose days off are not decreed yet, where that is why due_at is null.
  unknown_year integer,
  stopped_at timestamptz,
  superseded_at timestamptz,
  superseded_reason text,
  created_at timestamptz not null
);
create unique index case_clock_running on case_clock (case_id, step)
  where stopped_at is null and superseded_at is null;
create index case_clock_of_case on case_clock (case_id, created_at);
