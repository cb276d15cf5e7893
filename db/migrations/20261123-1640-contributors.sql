-- For how many days a contributor's link is good, and how many hand-ins a day it takes, from a day on.
create table contributor_rule (
  kind text not null,
  number integer not null check (number > 0),
  from_day date not null,
  primary key (kind, from_day)
);

-- Somebody of a section who hands in drafts without an account. Whoever has the link is taken for this person.
create table contributor_link (
  id uuid primary key,
  agency_id text not null references agency (id),
  name text not null,
  section text not null,
  -- SHA-256 of the token; the token itself is kept nowhere.
  token_hash bytea not null unique,
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index contributor_link_of_agency on contributor_link (agency_id, made_at desc);
create unique index one_link_a_contributor on contributor_link (agency_id, lower(name), lower(section))
  where revoked_at is null;

-- What came in through a link.
create table hand_in (
  content_id uuid primary key references content (id),
  link_id uuid not null references contributor_link (id),
  at timestamptz not null
);
create index hand_in_of_link on hand_in (link_id, at desc);

-- Handed in without words for who cannot see it: somebody of the agency must still write them, or say that there is
-- nothing to tell.
alter table media add column wordless boolean not null default false;
create index content_unread on content (agency_id) where state = 'draft' and editor_id is null;
