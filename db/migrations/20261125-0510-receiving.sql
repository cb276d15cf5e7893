-- What came is kept first, whichever way it came, and made into cases after that: `taken_at` says when.
alter table channel_event add source text not null default 'poll' check (source in ('poll', 'push'));
alter table channel_event add taken_at timestamptz;
-- Why nothing could be made of it.
alter table channel_event add problem text;
update channel_event set taken_at = received_at;
create index channel_event_waiting on channel_event (account_id) where taken_at is null;

-- The ids under which a message is known besides its own: the platform gives each version of a post a new one.
create table message_version (
  account_id uuid not null references social_account (id),
  external_id text not null,
  message_id uuid not null references message (id),
  primary key (account_id, external_id)
);

-- The version the text is of; null: never changed.
alter table message add latest_id text;
-- The author took it away, or no longer lets us see it: text blanked, the rest stays.
alter table message add gone_at timestamptz;
alter table message add gone_as text check (gone_as in ('deleted', 'hidden'));
-- When the platform last showed it to us.
alter table message add checked_at timestamptz not null default now();
update message set checked_at = received_at;
create index message_to_check on message (account_id, checked_at) where gone_at is null;

-- The account's own posts up to this id have been looked through, and when that was.
alter table social_account add own_until text;
alter table social_account add own_looked_at timestamptz;

-- A time from which mentions may be missing for ever: the platform reaches back only so far.
create table channel_gap (
  id uuid primary key,
  account_id uuid not null references social_account (id),
  from_at timestamptz not null,
  to_at timestamptz not null,
  noticed_at timestamptz not null
);
create index channel_gap_of_account on channel_gap (account_id, noticed_at);

-- What the platform pushes to us, account by account.
create table push_subscription (
  account_id uuid not null references social_account (id),
  event_type text not null,
  webhook_id text not null,
  external_id text not null,
  made_at timestamptz not null,
  primary key (account_id, event_type)
);

insert into channel_setting (name, value, from_day, basis) values
  ('new-dialect', 0, '2026-01-01', 'API X: 0 = tweet.fields (tanpa biaya profil), 1 = post.fields'),
  ('look-overlap', 120, '2026-01-01', 'usulan: 2 menit terakhir dibaca lagi, karena X tidak selalu menampilkan berurutan'),
  ('own-look', 600, '2026-01-01', 'usulan: jawaban yang ditulis langsung di X dicari setiap 10 menit selama ada kasus terbuka'),
  ('recheck-every', 72000, '2026-01-01', 'ketentuan X: isi yang dihapus penulisnya dihapus dalam 24 jam; diperiksa setiap 20 jam'),
  ('recheck-days', 3, '2026-01-01', 'usulan: tiga hari, karena setiap pemeriksaan dibayar seperti membaca; naikkan bila anggaran cukup');
