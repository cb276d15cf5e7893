-- A photo or document of a case: with a message, a follow-up or a note; the bytes lie in the file store under the id.
create table case_file (
  id uuid primary key,
  case_id uuid not null references cases (id),
  message_id uuid references case_message (id),
  follow_up_id uuid,
  note_id uuid,
  -- As the sender called it, shortened; never a path.
  name text not null,
  type text not null check (type in ('image/webp', 'application/pdf')),
  bytes integer not null,
  -- Null: the citizen.
  by_id uuid,
  by_name text,
  at timestamptz not null,
  -- Whether the citizen sees it on the page of the secret link.
  public boolean not null default false
);
create index case_file_of_case on case_file (case_id, at);
