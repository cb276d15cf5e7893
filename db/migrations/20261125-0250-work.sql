-- The work of an agency on a case: who has it, what colleagues tell each other, what is written but not yet said.

-- Who had a case to work on, one row each time it was given; the running one is kept in cases.assignee_id too.
create table case_assignment (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  person_id uuid not null references person (id),
  note text,
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index case_assignment_running on case_assignment (case_id) where ended_at is null;
create index case_assignment_of_person on case_assignment (person_id) where ended_at is null;
create index cases_of_assignee on cases (assignee_id, next_due_at, id) where state in ('open', 'replied');

-- Never shown to a citizen.
create table case_note (
  id uuid primary key,
  case_id uuid not null references cases (id),
  by_id uuid,
  by_name text not null,
  text text not null,
  at timestamptz not null
);
create index case_note_of_case on case_note (case_id, at);

-- A colleague who is asked to look at a note; seen when they opened the case.
create table case_mention (
  note_id uuid not null references case_note (id),
  person_id uuid not null references person (id),
  case_id uuid not null references cases (id),
  seen_at timestamptz,
  primary key (note_id, person_id)
);
create index case_mention_unseen on case_mention (person_id) where seen_at is null;

-- Words an agency sorts its cases by.
create table case_label (
  id uuid primary key,
  agency_id text not null references agency (id),
  name text not null,
  created_at timestamptz not null,
  unique (agency_id, name)
);
create table case_labelled (
  case_id uuid not null references cases (id),
  label_id uuid not null references case_label (id),
  at timestamptz not null,
  by_name text not null,
  primary key (case_id, label_id)
);
create index case_labelled_by_label on case_labelled (label_id);

-- Text to answer with again. Without an agency it is the whole city's.
create table saved_answer (
  id uuid primary key,
  agency_id text references agency (id),
  title text not null,
  text text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  removed_at timestamptz
);
create index saved_answer_of_agency on saved_answer (agency_id) where removed_at is null;

-- What somebody is writing to the citizen. Gone when it was sent or emptied.
create table answer_draft (
  case_id uuid not null references cases (id),
  person_id uuid not null references person (id),
  person_name text not null,
  text text not null,
  final boolean not null,
  saved_at timestamptz not null,
  primary key (case_id, person_id)
);

-- Whether an agency wants a second person to agree to its answers, from a day on.
create table answer_approval (
  agency_id text not null references agency (id),
  from_day date not null,
  required boolean not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency_id, from_day)
);

-- An answer handed in for approval. Written anew, the former one is void.
create table answer_proposal (
  id uuid primary key,
  case_id uuid not null references cases (id),
  by_id uuid,
  by_name text not null,
  text text not null,
  final boolean not null,
  closes_with jsonb,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'rejected', 'void')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  answer_id uuid references case_message (id)
);
create unique index answer_proposal_waiting on answer_proposal (case_id) where state = 'waiting';
create index answer_proposal_of_case on answer_proposal (case_id, at);

-- An answer that closes the case once it is public: {outcome, ...}.
alter table case_message add column closes_with jsonb;

-- What the citizen thinks of the answer: once, 1 to 5 and a sentence.
create table case_rating (
  case_id uuid primary key references cases (id),
  score smallint not null check (score between 1 and 5),
  sentence text,
  at timestamptz not null
);

-- A keyed hash of how somebody is reached: counts people, names nobody.
alter table reporter add column citizen_key text;
create index cases_of_topic on cases (topic_id, received_at) where topic_id is not null;
create index cases_merged_into on cases (merged_into_id) where merged_into_id is not null;
