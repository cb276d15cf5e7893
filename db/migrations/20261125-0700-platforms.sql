-- Accounts on other platforms than X: with an adapter (Mastodon, e-mail), or known and used by hand.
alter table social_account drop constraint social_account_platform_check;
alter table social_account add constraint social_account_platform_check check (platform in
  ('x', 'mastodon', 'email', 'instagram', 'facebook', 'tiktok', 'youtube', 'whatsapp'));
-- An e-mail address is given to us by the city's own mail server: there is nothing to sign in to.
alter table social_account drop constraint social_account_check;
alter table social_account add constraint social_account_connected check
  (state <> 'connected' or (external_id is not null and (tokens is not null or platform = 'email')));

alter table social_account
  -- Where the account lives, on platforms of many servers: `https://sosial.example`.
  add column server text,
  -- How to get into it again when its holder is gone: sealed.
  add column recovery text,
  -- Somebody signed in as this account, or mail to it reached us: it is the agency's.
  add column proven_at timestamptz,
  add column proven_by text;
update social_account set proven_at = state_since where state = 'connected';

-- The same handle may stand on several servers.
drop index social_account_by_handle;
create unique index social_account_by_handle on social_account (platform, coalesce(server, ''), lower(handle));
drop index social_account_by_external_id;
create unique index social_account_by_external_id on social_account (platform, coalesce(server, ''), external_id);

-- Where a citizen's word is, on platforms whose addresses cannot be told from its id.
alter table message add column url text;

insert into channel_setting (name, value, from_day, basis) values
  ('dormant-days', 90, '2026-01-01', 'product.md 5: lebih dari 90 hari tanpa siaran, akun dianggap mati suri'),
  ('hand-post-days', 5, '2026-01-01', 'usulan: siaran yang dicatat paling lambat 5 hari setelah bulan berakhir dihitung pada bulan itu'),
  ('mail-bytes', 20971520, '2026-01-01', 'usulan: surel paling besar 20 MB beserta lampiran'),
  ('mails-per-hour', 20, '2026-01-01', 'usulan: dari satu alamat paling banyak 20 surel sejam; selebihnya disimpan tanpa membuka kasus');

-- A post that no adapter of ours sent: entered by an operator, or one line of a file of figures.
create table hand_post (
  id uuid primary key,
  account_id uuid not null references social_account (id),
  agency_id text not null references agency (id),
  day date not null,
  text text not null,
  url text,
  -- What tells it from others of the account: its link, or day and words. The same again changes it.
  key text not null,
  theme text check (theme in ('government', 'development', 'community')),
  likes integer check (likes >= 0),
  comments integer check (comments >= 0),
  shares integer check (shares >= 0),
  views integer check (views >= 0),
  noted_at timestamptz not null,
  noted_by text not null,
  unique (account_id, key)
);
create index hand_post_of_agency on hand_post (agency_id, day);

-- A file of posts that was looked at and is not confirmed yet, or was.
create table hand_post_import (
  id uuid primary key,
  account_id uuid not null references social_account (id),
  filename text not null,
  rows jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  confirmed_at timestamptz
);
