-- Who is told when so many percent of a clock are used up (101: the end was missed and some time has passed), from a day on.
create table escalation_rule (
  level integer not null check (level in (50, 75, 90, 100, 101)),
  from_day date not null,
  told jsonb not null check (jsonb_typeof(told) = 'array'),
  basis text not null,
  primary key (level, from_day)
);

-- A clock came to a level: told once, to whom it was told stands below.
create table case_warning (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  step text not null,
  started_at timestamptz not null,
  level integer not null,
  due_at timestamptz,
  at timestamptz not null,
  unique (case_id, step, started_at, level)
);

create table case_warning_told (
  warning_id uuid not null references case_warning (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  mailed_at timestamptz,
  primary key (warning_id, person_id)
);
create index case_warning_to_mail on case_warning_told (person_id) where mailed_at is null;
create index case_warning_told_to on case_warning_told (person_id, at);

-- Why something is late, in the words of the agency.
create table case_explanation (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  text text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index case_explanation_of_case on case_explanation (case_id, at);
