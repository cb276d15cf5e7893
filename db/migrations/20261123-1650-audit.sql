-- Seals over the events: each batch is hashed together with the seal before it, so that a row changed, removed or put
-- in later no longer fits. Made by a job, some time after the events: writers never wait for one another.
create table event_seal (
  id integer primary key check (id > 0),
  -- The ids it covers, both included. Ids that no event has are gaps of the sequence; `count` says how many have one.
  from_id bigint not null unique,
  to_id bigint not null unique check (to_id >= from_id),
  count integer not null check (count > 0),
  -- SHA-256 over the seal before and the rows, in order of their ids.
  hash bytea not null,
  sealed_at timestamptz not null
);

create trigger event_seal_is_append_only before update or delete on event_seal
  for each row execute function refuse_change();
create trigger event_seal_is_never_emptied before truncate on event_seal
  for each statement execute function refuse_change();

-- How far the next seal may go: ids up to `up_to` were given out before `horizon`, so once every transaction older
-- than that has ended, nothing can appear below it any more.
create table event_seal_mark (
  is_one boolean primary key default true check (is_one),
  up_to bigint not null,
  horizon xid8 not null,
  noted_at timestamptz not null
);

-- The trail is asked for by person, by agency and by time, the newest first.
create index event_of_actor on event (actor_id, id) where actor_id is not null;
create index event_of_agency_in_order on event (agency_id, id);
create index event_by_time on event (at, id);
