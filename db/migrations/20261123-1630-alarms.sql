-- After how many days an alarm is raised, from a day on.
create table alarm_rule (
  kind text not null,
  days integer not null check (days >= 0),
  from_day date not null,
  primary key (kind, from_day)
);

-- Something in the posts of an agency that needs a person. At most one of a kind is open for one thing.
create table alarm (
  id uuid primary key,
  key text not null,
  kind text not null,
  agency_id text not null references agency (id),
  person_id uuid references person (id),
  appointment_id uuid references appointment (id),
  raised_at timestamptz not null,
  -- The head did nothing for too long, or there is none: Diskominfostandi sees it too.
  escalated_at timestamptz,
  solved_at timestamptz
);
create unique index one_open_alarm on alarm (key) where solved_at is null;
create index open_alarms on alarm (agency_id) where solved_at is null;

-- Who was told of which alarm by mail: never twice the same.
create table alarm_told (
  alarm_id uuid not null references alarm (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (alarm_id, person_id)
);
