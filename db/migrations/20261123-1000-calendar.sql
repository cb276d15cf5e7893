-- Working time. `version` grows with every change, so that processes know when their tables are old.
create sequence calendar_version;
create table calendar (
  id text primary key,
  name text not null,
  version bigint not null default nextval('calendar_version')
);

-- Hours that hold from a day to a day (to_day included; null: until further notice). `week` holds the intervals of
-- each ISO weekday: {"1": [["07:30", "12:00"], ["13:00", "16:00"]], ...}.
create table office_hours (
  id uuid primary key,
  calendar_id text not null references calendar (id),
  from_day date not null,
  to_day date,
  name text not null,
  basis text not null,
  week jsonb not null,
  joint_leave_is_off boolean not null default true,
  unique (calendar_id, from_day, name),
  check (to_day is null or to_day >= from_day)
);

-- The yearly decree that sets the days off. A year without one is unknown: no due date is computed in it.
create table holiday_year (
  year integer primary key,
  decree text not null,
  from_day date not null
);

-- A day off, known from the day of its decree (from_day); withdrawn from to_day on.
create table holiday (
  id uuid primary key,
  day date not null,
  kind text not null check (kind in ('national', 'joint-leave')),
  name text not null,
  decree text not null,
  from_day date not null,
  to_day date,
  unique (day, kind, from_day),
  check (to_day is null or to_day >= from_day)
);
