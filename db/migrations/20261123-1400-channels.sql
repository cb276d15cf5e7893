-- Accounts of agencies on social channels. An agency without a row has none that we know of.
create table social_account (
  id uuid primary key,
  agency_id text not null references agency (id),
  platform text not null check (platform in ('x')),
  handle text not null,
  -- The platform's own id of the account; known once it has been connected.
  external_id text,
  state text not null check (state in ('active', 'connected', 'needs-reconnecting', 'lost-access')),
  state_since timestamptz not null,
  -- Who holds the account, by name or office.
  holder text not null,
  -- {accessToken, refreshToken}, sealed with the key of the installation.
  tokens text,
  tokens_expire_at timestamptz,
  -- Mentions up to this id are in. 64 bits, kept as text.
  mentions_until text,
  polled_at timestamptz,
  poll_not_before timestamptz,
  poll_problem text,
  created_at timestamptz not null,
  check (state <> 'connected' or (external_id is not null and tokens is not null))
);
create unique index social_account_by_handle on social_account (platform, lower(handle));
create unique index social_account_by_external_id on social_account (platform, external_id);
create index social_account_of_agency on social_account (agency_id);

-- A sign-in that was begun at the platform. Its row dies with its use.
create table oauth_attempt (
  state text primary key,
  account_id uuid not null references social_account (id),
  person_id text not null,
  verifier text not null,
  created_at timestamptz not null
);

-- Why nothing is asked of a platform at all: no credit left. Lifted by a person.
create table channel_halt (
  id uuid primary key,
  platform text not null,
  reason text not null,
  since timestamptz not null,
  lifted_at timestamptz,
  lifted_by text
);
create unique index channel_halt_present on channel_halt (platform) where lifted_at is null;

-- Waits and limits in seconds, from a day on.
create table channel_setting (
  name text not null,
  value integer not null check (value >= 0),
  from_day date not null,
  basis text not null,
  primary key (name, from_day)
);
insert into channel_setting (name, value, from_day, basis) values
  ('sending-limit', 120, '2026-01-01', 'usulan: kiriman yang belum pasti setelah 2 menit diperiksa'),
  ('first-look', 120, '2026-01-01', 'usulan: linimasa dilihat pertama kali setelah 2 menit'),
  ('second-look', 300, '2026-01-01', 'usulan: dilihat kedua kali 5 menit kemudian'),
  ('first-mentions', 86400, '2026-01-01', 'usulan: sebutan 24 jam sebelum akun disambungkan ikut diambil');

-- What a platform told us, as we read it, before anything is made of it. Exactly once, however often it is told.
create table channel_event (
  account_id uuid not null references social_account (id),
  external_id text not null,
  payload jsonb not null,
  received_at timestamptz not null,
  primary key (account_id, external_id)
);

-- A citizen's words to an account.
create table message (
  id uuid primary key,
  account_id uuid not null references social_account (id),
  agency_id text not null references agency (id),
  external_id text not null,
  conversation_id text not null,
  author_id text not null,
  replied_to text,
  quoted text,
  text text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  -- Whether the platform lets the account answer by API: its author named or quoted it.
  callable boolean not null,
  unique (account_id, external_id)
);
create index message_of_agency on message (agency_id, id);
create index message_by_external_id on message (external_id);

-- What an account says: to all (broadcast) or to one citizen (answer).
create table post (
  id uuid primary key,
  agency_id text not null references agency (id),
  account_id uuid not null references social_account (id),
  purpose text not null check (purpose in ('broadcast', 'answer')),
  text text not null,
  theme text check (theme in ('government', 'development', 'community')),
  picture_file text,
  picture_type text,
  picture_alt text,
  in_reply_to text,
  -- Of an answer: the message of the case it carries out.
  case_message_id uuid,
  state text not null check (state in
    ('draft', 'in-review', 'approved', 'sending', 'published', 'refused', 'unconfirmed', 'not-sent')),
  state_since timestamptz not null,
  author_id text not null,
  author_name text not null,
  approver_name text,
  -- Why it is where it is, in words for the screen.
  reason text,
  -- The account may not answer here by API, a person may in X.
  not_called boolean not null default false,
  send_not_before timestamptz,
  external_id text,
  published_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  check (purpose = 'answer' or theme is not null),
  check ((state = 'published') = (external_id is not null))
);
-- One post of a platform belongs to one of ours.
create unique index post_by_external_id on post (account_id, external_id) where external_id is not null;
create unique index post_of_case_message on post (case_message_id) where case_message_id is not null;
create index post_of_agency on post (agency_id, id);
create index post_by_state on post (state, agency_id);

-- The intent to send, committed before the request leaves. Never two at a time for one post.
create table post_attempt (
  id uuid primary key,
  post_id uuid not null references post (id),
  text_hash text not null,
  intended_at timestamptz not null,
  -- How often the own timeline was looked through for it.
  looks integer not null default 0,
  outcome text,
  detail text,
  ended_at timestamptz
);
create unique index post_attempt_running on post_attempt (post_id) where outcome is null;
create index post_attempt_of_post on post_attempt (post_id, intended_at);
