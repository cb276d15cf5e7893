-- Each closing of a case. With a ground it was closed without a new answer, and does not count as answered.
create table case_closure (
  id uuid primary key,
  case_id uuid not null references cases (id),
  at timestamptz not null,
  by_name text not null,
  ground text check (ground in ('not-a-matter', 'no-answer-needed')),
  reason text,
  check ((ground is null) = (reason is null))
);
create index case_closure_of_case on case_closure (case_id, at);
