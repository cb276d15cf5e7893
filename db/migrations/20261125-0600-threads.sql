-- A broadcast may be a thread: its first post is the broadcast, each further one a continuation that waits for the one
-- before it. Words, pictures, review and schedule of what has not gone out belong to the first of these.
alter table post drop constraint post_purpose_check;
alter table post add constraint post_purpose_check check (purpose in ('broadcast', 'answer', 'continuation'));
alter table post drop constraint post_state_check;
alter table post add constraint post_state_check check (state in
  ('draft', 'in-review', 'approved', 'sending', 'published', 'refused', 'unconfirmed', 'not-sent',
   'waits', 'held', 'cancelled'));

alter table post
  -- Of a continuation: the broadcast its thread begins with.
  add column thread_id uuid references post (id),
  add column part integer not null default 1 check (part between 1 and 25),
  -- When its author wants it to go out; null: as soon as it is approved.
  add column scheduled_for timestamptz,
  -- Not before this instant, whoever asks.
  add column embargo_until timestamptz,
  -- When it has to go out: known once approved. What is much later than this asks a person.
  add column due_at timestamptz,
  -- What an approved post that is due waits for.
  add column waits_for text check (waits_for in ('limit', 'x', 'account', 'credit')),
  -- Why it went out without approval, and who looked at it afterwards.
  add column emergency_reason text,
  add column emergency_by_id text,
  add column emergency_by text,
  add column emergency_checked_by text,
  add column emergency_checked_at timestamptz,
  -- The news item of the agency's site that it announces.
  add column news_url text,
  add column content_id text,
  add constraint post_part check ((purpose = 'continuation') = (thread_id is not null) and (part = 1) = (thread_id is null)),
  add constraint post_waits check (state <> 'waits' or purpose = 'continuation');
create unique index post_of_thread on post (thread_id, part) where thread_id is not null;
create index post_due on post (account_id, due_at) where state = 'approved';
create index post_scheduled on post (scheduled_for) where scheduled_for is not null;
create index post_published on post (published_at) where state = 'published';
update post set due_at = state_since where state = 'approved';

-- Pictures of a post in their order, at most four. Empty words: decoration.
create table post_picture (
  id uuid primary key,
  post_id uuid not null references post (id),
  place integer not null check (place between 1 and 4),
  file text not null,
  alt text not null,
  width integer,
  height integer,
  -- The platform's id of the uploaded copy, good until then: an upload that was cut is not paid and waited for twice.
  media_id text,
  media_until timestamptz,
  unique (post_id, place) deferrable initially deferred
);
insert into post_picture (id, post_id, place, file, alt)
  select gen_random_uuid(), id, 1, picture_file, coalesce(picture_alt, '') from post where picture_file is not null;
alter table post drop column picture_file, drop column picture_type, drop column picture_alt;

insert into channel_setting (name, value, from_day, basis) values
  ('late-after', 900, '2026-01-01', 'usulan: kiriman yang terlambat lebih dari 15 menit ditahan dan diputuskan orang'),
  ('near-copy-percent', 60, '2026-01-01', 'usulan: mulai 60 % pasangan kata yang sama, teks dianggap hampir sama'),
  ('near-copy-days', 30, '2026-01-01', 'usulan: dibandingkan dengan siaran akun lain dalam 30 hari terakhir');

-- Who must approve a broadcast before it goes out, from a day on: steps in their order, each a list of roles of which
-- one is enough. Of an agency, or (null) of all that have no rule of their own.
create table approval_rule (
  id uuid primary key,
  agency_id text references agency (id),
  from_day date not null,
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  basis text not null,
  unique nulls not distinct (agency_id, from_day)
);

-- One step of the review that was passed. Gone with every change: an approval covers what was read and nothing else.
create table post_approval (
  post_id uuid not null references post (id),
  step integer not null check (step > 0),
  person_id text not null,
  person_name text not null,
  at timestamptz not null,
  primary key (post_id, step)
);
