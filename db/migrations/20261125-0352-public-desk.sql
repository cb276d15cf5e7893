-- Whether the citizen wants a mail at each change; the address is in what is sealed.
alter table reporter add column mails boolean not null default false;
create index reporter_of_citizen on reporter (citizen_key, created_at) where citizen_key is not null;

-- Looks like advertising: still a case with a ticket, but apart in the inbox.
alter table cases add column suspected boolean not null default false;

-- A photo or document that came with a form which could not be sent yet; thrown away after a day.
create table held_file (
  token text primary key,
  name text not null,
  type text not null check (type in ('image/webp', 'application/pdf')),
  at timestamptz not null
);

-- Question and answer as shown to everybody: without people's names and numbers, as an officer confirmed them.
create table case_publication (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency_id text not null references agency (id),
  kind text not null,
  theme text,
  -- The most exact place that is shown.
  district_id text references agency (id),
  subdistrict_id text references agency (id),
  question text not null,
  answer text not null,
  answered_at timestamptz not null,
  published_at timestamptz not null,
  published_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  words tsvector generated always as (to_tsvector('indonesian', question || ' ' || answer)) stored,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index case_publication_shown on case_publication (case_id) where withdrawn_at is null;
create index case_publication_newest on case_publication (published_at desc, id desc) where withdrawn_at is null;
create index case_publication_words on case_publication using gin (words) where withdrawn_at is null;
