-- A public site of an agency, ours or its own. Only monitored ones are ever fetched.
create table website (
  id uuid primary key,
  agency_id text not null references agency (id),
  url text not null unique,
  hosted boolean not null,
  monitored boolean not null,
  -- Which system made it, as the last scan guessed.
  cms text,
  created_at timestamptz not null,
  version integer not null default 1
);
create index website_of_agency on website (agency_id);

-- Every scan for ever, with the version of the method, so that an old verdict can be explained.
create table scan (
  id uuid primary key,
  website_id uuid not null references website (id),
  agency_id text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- 'unknown' is a result: our own network, robots.txt, a wall against robots.
  outcome text not null check (outcome in ('up', 'down', 'unknown')),
  cause text,
  -- The technical words behind the cause.
  detail text,
  http_status integer,
  ms integer,
  last_real_update timestamptz,
  confidence text not null check (confidence in ('high', 'medium', 'low', 'none')),
  verdict text not null,
  -- [{code, severity, text, url}]
  findings jsonb not null,
  method text not null,
  check ((last_real_update is null) = (confidence = 'none')),
  check ((cause is null) = (outcome = 'up'))
);
create index scan_of_website on scan (website_id, started_at desc);
create index scan_of_agency on scan (agency_id, started_at);

-- What a verdict rests on.
create table scan_evidence (
  scan_id uuid not null references scan (id),
  position integer not null,
  tier text not null,
  item text not null,
  title text not null,
  source text not null,
  snippet text not null,
  hash text not null,
  claimed timestamptz,
  fetched_at timestamptz not null,
  http_status integer not null,
  primary key (scan_id, position)
);

create trigger scan_is_append_only before update or delete on scan for each row execute function refuse_change();
create trigger scan_evidence_is_append_only before update or delete on scan_evidence
  for each row execute function refuse_change();

-- Our own memory of a site's items: the lie detector.
create table item_seen (
  website_id uuid not null references website (id),
  tier text not null,
  item text not null,
  first_seen timestamptz not null,
  last_changed timestamptz not null,
  claimed timestamptz,
  fingerprint text,
  appeared boolean not null,
  primary key (website_id, tier, item)
);

-- How often real news is expected, in days since the last real update; 'default' for the kinds not named.
create table cadence (
  agency_kind text not null,
  content_kind text not null,
  valid_from date not null,
  due_days integer not null,
  overdue_days integer not null,
  delinquent_days integer not null,
  dormant_days integer not null,
  basis text not null,
  primary key (content_kind, agency_kind, valid_from),
  check (0 < due_days and due_days < overdue_days and overdue_days < delinquent_days and delinquent_days <= dormant_days)
);

insert into cadence values
  ('default', 'news', '2017-03-06', 7, 14, 21, 90, 'Usulan awal: berita mingguan; mati suri setelah 90 hari'),
  ('district', 'news', '2017-03-06', 14, 21, 28, 90, 'Usulan awal: dua mingguan untuk kecamatan'),
  ('subdistrict', 'news', '2017-03-06', 30, 44, 60, 90, 'Usulan awal: bulanan untuk kelurahan');
