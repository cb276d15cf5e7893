-- A broadcast of one account that the other agencies make known in their own words, or by hand in X: the platform
-- forbids the same text from several accounts.
create table announcement (
  id uuid primary key,
  post_id uuid not null unique references post (id),
  -- What must not be missing, in short.
  points text not null,
  until_day date not null,
  author_id text not null,
  author_name text not null,
  created_at timestamptz not null
);

-- What one agency makes of it.
create table announcement_task (
  announcement_id uuid not null references announcement (id),
  agency_id text not null references agency (id),
  state text not null check (state in ('open', 'written', 'reposted', 'declined')),
  -- Of `written`: the agency's own post. Of `reposted`: where it is. Of `declined`: why not.
  post_id uuid references post (id),
  note text,
  person_name text,
  done_at timestamptz,
  primary key (announcement_id, agency_id),
  check ((state = 'open') = (done_at is null))
);
create index announcement_task_of_agency on announcement_task (agency_id) where state = 'open';

-- A message of the national government (narasi tunggal) from which agencies draw in their own words.
create table national_message (
  id uuid primary key,
  title text not null,
  issuer text not null,
  text text not null,
  source_url text not null,
  from_day date not null,
  until_day date,
  author_id text not null,
  author_name text not null,
  created_at timestamptz not null
);

alter table post
  add column announcement_id uuid references announcement (id),
  add column national_message_id uuid references national_message (id);
create index post_of_national_message on post (national_message_id) where national_message_id is not null;
create index post_of_announcement on post (announcement_id) where announcement_id is not null;
