create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Read with a page and sent back with its form: a form of yesterday does not undo what another changed since.
alter table agency add column version integer not null default 1;

-- Parent and region code change like names do. An agency whose last row has an end is closed, by `end_decree`.
-- `search` has the name as written, the abbreviation, and the name without its kind and spaces: pondokgede.
alter table agency_name
  add column parent_id text references agency (id),
  add column region_code text,
  add column end_decree text,
  add column recorded_at timestamptz not null default now(),
  add column search text not null generated always as (
    lower(name || ' ' || abbreviation) || ' ' || regexp_replace(
      regexp_replace(lower(name), '^(sekretariat|inspektorat|dinas|satuan|badan|rsud|kecamatan|kelurahan)\s+', ''),
      '[^a-z0-9]+', '', 'g')
  ) stored;
update agency_name set parent_id = agency.parent_id, region_code = agency.region_code, recorded_at = agency.created_at
from agency where agency.id = agency_name.agency_id;
alter table agency drop column parent_id, drop column region_code;

-- Never two names of one agency on a day, never two agencies at one host.
alter table agency_name
  add constraint one_name_a_day exclude using gist (agency_id with =, daterange(from_day, to_day) with &&),
  add constraint one_agency_a_host exclude using gist (host with =, daterange(from_day, to_day) with &&);
drop index one_present_name;
drop index agency_name_by_host;
create index agency_name_in_order on agency_name (
  array_position('{secretariat,inspectorate,department,unit,board,hospital,district,subdistrict}'::text[], kind),
  name, agency_id
);
create index agency_name_search on agency_name using gin (search gin_trgm_ops);
create index agency_name_by_decree on agency_name (decree);
create index agency_name_by_end_decree on agency_name (end_decree) where end_decree is not null;
create index agency_name_by_parent on agency_name (parent_id) where parent_id is not null;

-- What was held to be true until `superseded_at`. `reason` is null when nothing was wrong: a period was only cut by a
-- later change.
create table superseded_agency_name (
  agency_id text not null references agency (id),
  from_day date not null,
  to_day date,
  name text not null,
  abbreviation text not null,
  kind text not null,
  parent_id text,
  region_code text,
  host text,
  decree text,
  end_decree text,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null,
  reason text
);
create index superseded_name_of_agency on superseded_agency_name (agency_id, superseded_at);

-- Who took over from whom. A split may leave its predecessor in being.
create table agency_succession (
  predecessor_id text not null references agency (id),
  successor_id text not null references agency (id),
  kind text not null check (kind in ('merged', 'split')),
  day date not null,
  decree text not null,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index succession_by_successor on agency_succession (successor_id);

-- One row: whoever changes the register holds it, and an import knows by its version whether the preview still holds.
create table agency_register (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into agency_register (version) values (1);

create table agency_import (
  id uuid primary key,
  made_at timestamptz not null,
  made_by text not null,
  filename text not null,
  register_version bigint not null,
  -- What would be done, row by row, as it was shown.
  plan jsonb not null,
  applied_at timestamptz
);
