-- Everything that happened, for ever: timeline, audit and the monthly report read it.
create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'token', 'public', 'system')),
  actor_id text,
  actor_name text not null,
  action text not null,
  thing text not null,
  thing_id text not null,
  agency_id text,
  before jsonb,
  after jsonb
);
create index event_of_thing on event (thing, thing_id, id);
create index event_of_agency on event (agency_id, action, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;

create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function refuse_change();

-- Answers to forms and API calls already handled: the same key never runs twice.
create table receipt (
  key text primary key,
  at timestamptz not null,
  answer jsonb
);
create index receipt_by_age on receipt (at);

-- The token itself is never stored, only its SHA-256.
create table session (
  token_hash bytea primary key,
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null
);
create index session_of_person on session (person_id);

create table credential (
  person_id uuid primary key,
  password_hash text not null,
  set_at timestamptz not null
);

-- Failed sign-ins, by account and by address, for the rate limit. `subject` is a hash.
create table sign_in_failure (
  subject bytea not null,
  at timestamptz not null
);
create index sign_in_failure_of_subject on sign_in_failure (subject, at);

create table api_token (
  id uuid primary key,
  name text not null,
  role text not null,
  agency_id text,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
