-- A decree about days off: its list is kept as it was pasted, looked at, and only then confirmed.
create table holiday_decree (
  id uuid primary key,
  year integer not null,
  number text not null,
  decreed_on date not null,
  whole_year boolean not null,
  listed text not null,
  withdrawn text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  confirmed_at timestamptz,
  confirmed_by text
);

-- What a later decree withdrew may be set again by yet another one, on the same day too.
alter table holiday drop constraint holiday_day_kind_from_day_key;
create unique index holiday_holds_once on holiday (day, kind) where to_day is null;
alter table holiday add column withdrawn_by text;

-- Hours entered wrongly are withdrawn, not removed: who counted by them can still be explained.
alter table office_hours add column withdrawn_at timestamptz, add column withdrawal_reason text;
alter table office_hours drop constraint office_hours_calendar_id_from_day_name_key;
create unique index office_hours_hold_once on office_hours (calendar_id, from_day, name) where withdrawn_at is null;

-- An agency works by a calendar from a day on.
alter table agency_calendar
  add column from_day date not null default '2025-01-01',
  add column basis text not null default '';
alter table agency_calendar alter column from_day drop default, alter column basis drop default;
alter table agency_calendar drop constraint agency_calendar_pkey, add primary key (agency_id, from_day);
