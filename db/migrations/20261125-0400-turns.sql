-- What an agency owed a citizen: a case opened with it, passed on to it, or opened again. Follows the events of cases.
-- A row is a version: what was known from the month `known_from` (its first day, WIB) until the one of `known_until`.
-- Within a month it changes in place, later changes make a new version, so a month that is over stays as it was.
create table turn (
  case_id uuid not null references cases (id),
  number integer not null,
  known_from date not null,
  known_until date,
  agency_id text not null references agency (id),
  kind text not null,
  class text not null,
  channel text not null,
  theme text,
  topic_id uuid references topic (id),
  district_id text references agency (id),
  subdistrict_id text references agency (id),
  came_at timestamptz not null,
  passed_in boolean not null,
  due_at timestamptz,
  answered_at timestamptz,
  -- When the answer became known here, which is what puts it into a month.
  recorded_at timestamptz,
  in_time boolean,
  working_minutes integer,
  left_at timestamptz,
  left_how text check (left_how in ('passed-on', 'without-answer')),
  closed_at timestamptz,
  outcome text,
  solved boolean,
  came_month date not null generated always as
    (date_trunc('month', came_at at time zone 'Asia/Jakarta')::date) stored,
  answered_month date generated always as
    (date_trunc('month', recorded_at at time zone 'Asia/Jakarta')::date) stored,
  left_month date generated always as (date_trunc('month', left_at at time zone 'Asia/Jakarta')::date) stored,
  closed_month date generated always as (date_trunc('month', closed_at at time zone 'Asia/Jakarta')::date) stored,
  -- The instant from which it counts as broken if nothing happens: its end, or when it came if that was later.
  broken_from timestamptz generated always as (
    case when due_at is not null and (answered_at is null or answered_at > due_at)
      and (not passed_in or came_at <= due_at)
      and (left_at is null or left_at > greatest(due_at, came_at))
    then greatest(due_at, came_at) end) stored,
  breach_month date generated always as (
    case when due_at is not null and (answered_at is null or answered_at > due_at)
      and (not passed_in or came_at <= due_at)
      and (left_at is null or left_at > greatest(due_at, came_at))
    then date_trunc('month', greatest(due_at, came_at) at time zone 'Asia/Jakarta')::date end) stored,
  primary key (case_id, number, known_from),
  check ((left_at is null) = (left_how is null)),
  check (known_until > known_from)
);
create index turn_came on turn (came_month, agency_id) include (known_from, known_until);
create index turn_answered on turn (answered_month, agency_id) include (known_from, known_until)
  where answered_month is not null;
create index turn_left on turn (left_month, agency_id) where left_month is not null;
create index turn_closed on turn (closed_month, agency_id) where closed_month is not null;
create index turn_broken on turn (breach_month, agency_id) include (known_from, known_until, broken_from)
  where breach_month is not null;
create index turn_open on turn (known_from, agency_id, known_until) where recorded_at is null and left_at is null;

-- That the cases from before this table have their turns too; one row at most.
create table turn_filling (done_at timestamptz not null);
create unique index turn_filling_once on turn_filling ((true));
