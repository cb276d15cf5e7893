create extension if not exists btree_gist;

alter table appointment
  -- Pelaksana Tugas: heads an agency until somebody is appointed for good.
  add column acting boolean not null default false,
  -- Of operators: stands in for the first one.
  add column deputy boolean not null default false,
  add column version integer not null default 1;

-- One accountable head per agency and day, acting heads included; one operator and one deputy. The days are
-- half-open, so an appointment that ends the day it began was never held.
alter table appointment add constraint one_head_a_day
  exclude using gist (agency_id with =, daterange(from_day, to_day) with &&) where (role = 'head');
alter table appointment add constraint one_operator_a_day
  exclude using gist (agency_id with =, daterange(from_day, to_day) with &&) where (role = 'operator' and not deputy);
alter table appointment add constraint one_deputy_a_day
  exclude using gist (agency_id with =, daterange(from_day, to_day) with &&) where (role = 'operator' and deputy);
alter table appointment add constraint one_role_once
  exclude using gist (person_id with =, role with =, coalesce(agency_id, '') with =, daterange(from_day, to_day) with &&);

-- A post that went from one person to another, and what went with it.
create table handover (
  id uuid primary key,
  agency_id text not null references agency (id),
  role text not null,
  deputy boolean not null,
  leaver_id uuid references person (id),
  newcomer_id uuid not null references person (id),
  -- The first day of the newcomer; the leaver's last day is the one before.
  day date not null,
  decree text,
  note text,
  -- The leaver agreed, or is not to be found and somebody above did it alone.
  absent boolean not null,
  made_by_name text not null,
  made_at timestamptz not null,
  -- What went over, as it stood then: [{ "text": ..., "href": ..., "count": ... }]; null until the day has come.
  went_over jsonb,
  done_at timestamptz
);
create index handover_of_agency on handover (agency_id, day desc);

-- A head lets a reviewer approve in the head's place, from a day to a day (excluded).
create table delegation (
  id uuid primary key,
  agency_id text not null references agency (id),
  head_id uuid not null references person (id),
  delegate_id uuid not null references person (id),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null,
  made_at timestamptz not null,
  exclude using gist (agency_id with =, daterange(from_day, to_day) with &&)
);
