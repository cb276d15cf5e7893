create table agency (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_id text references agency (id),
  region_code text,
  created_at timestamptz not null
);

-- What an agency was called, and where its site was, from a day to a day (to_day excluded): a report keeps the
-- names of its own month.
create table agency_name (
  agency_id text not null references agency (id),
  from_day date not null,
  to_day date,
  name text not null,
  abbreviation text not null,
  kind text not null,
  host text,
  decree text,
  primary key (agency_id, from_day),
  check (to_day is null or to_day > from_day)
);
create unique index one_present_name on agency_name (agency_id) where to_day is null;
create index agency_name_by_host on agency_name (host);

create table person (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  created_at timestamptz not null,
  signed_in_at timestamptz
);

-- A role held from a day to a day (to_day excluded), by decree. City-wide roles have no agency.
create table appointment (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  agency_id text references agency (id),
  from_day date not null,
  to_day date,
  decree text,
  created_at timestamptz not null,
  check (to_day is null or to_day >= from_day)
);
create index appointment_of_person on appointment (person_id);
create index appointment_of_agency on appointment (agency_id, role);
