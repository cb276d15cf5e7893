-- A file of cases of another system: looked at first, then worked off. Its rows are sealed, for they hold what citizens
-- wrote and who they are, and gone when all is done; what became of each row stays, by its line.
create table case_import (
  id uuid primary key,
  made_at timestamptz not null,
  made_by text not null,
  -- The person who may look at it and confirm it.
  person_id text,
  filename text not null,
  system text not null,
  -- Who takes what names no agency of ours; null: such rows are refused.
  agency_id text references agency (id),
  row_count integer not null,
  sealed text,
  confirmed_at timestamptz,
  done_at timestamptz,
  -- Rows that were worked off, and what became of them: [{line, act, why}].
  done_rows integer not null default 0,
  outcomes jsonb not null default '[]'
);
