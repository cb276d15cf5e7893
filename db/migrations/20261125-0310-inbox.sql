-- The inbox: one index for each filter that lets few through, in the order of the list, of what waits for the agency
-- alone (some hundredths of all cases). What lets many through is read along `cases_running`.
create index cases_running_of_channel on cases (channel, next_due_at, id) where state in ('open', 'replied');
create index cases_running_of_kind on cases (kind, next_due_at, id) where state in ('open', 'replied');
create index cases_running_of_class on cases (class, next_due_at, id)
  where state in ('open', 'replied') and class <> 'plain';
create index cases_running_of_district on cases (district_id, next_due_at, id) where state in ('open', 'replied');
create index cases_running_of_subdistrict on cases (subdistrict_id, next_due_at, id)
  where state in ('open', 'replied');
create index cases_running_held on cases (next_due_at, id) where state in ('open', 'replied') and triage = 'hold';
create index cases_running_paused on cases (next_due_at, id)
  where state in ('open', 'replied') and paused_since is not null;

-- What is done, the latest first, by the filters that let few through.
create index cases_settled_of_subdistrict on cases (subdistrict_id, state, state_since, id)
  where state in ('answered', 'closed');
create index cases_settled_of_assignee on cases (assignee_id, state, state_since, id)
  where state in ('answered', 'closed') and assignee_id is not null;

-- A search somebody wants again: the address's query under a name, theirs alone.
create table saved_filter (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  query text not null,
  created_at timestamptz not null,
  unique (person_id, name)
);

-- Who has a case open right now. Worth nothing after a restart, so it is not logged.
create unlogged table case_presence (
  case_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  writing boolean not null,
  until timestamptz not null,
  primary key (case_id, person_id)
);

-- What became of an act on many cases: one row for the form, so that it is seen again and never done again.
create table bulk_act (
  id uuid primary key,
  person_id uuid not null,
  at timestamptz not null,
  act text not null,
  results jsonb not null
);
