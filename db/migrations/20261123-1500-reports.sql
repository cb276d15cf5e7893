-- The rule of monthly reports; the row with the greatest valid_from not after a month's first day holds for it.
create table report_rule (
  valid_from date primary key,
  -- Due at the office end of this working day of the next month.
  due_working_day integer not null check (due_working_day > 0),
  -- From so many working days before it, an open report is urgent for its agency.
  urgent_before_days integer not null check (urgent_before_days >= 0),
  -- More days than this without a real update: dormant.
  dormant_after_days integer not null check (dormant_after_days > 0),
  -- Items a month that count as a lively site, by agency kind; "default" for the kinds not named.
  expected_items jsonb not null,
  -- Weights of the score: report, content, availability, answers.
  weights jsonb not null,
  -- Percent of the weights that must be known before an agency is ranked.
  known_at_least integer not null check (known_at_least between 1 and 100),
  basis text not null
);
insert into report_rule (
  valid_from, due_working_day, urgent_before_days, dormant_after_days, expected_items, weights, known_at_least, basis
) values (
  '2017-03-06',
  5,
  3,
  90,
  '{"default": 4, "district": 2, "subdistrict": 1}',
  '{"report": 30, "content": 30, "availability": 20, "answers": 20}',
  60,
  'Usulan awal: berita mingguan untuk dinas dan badan, dua mingguan untuk kecamatan, bulanan untuk kelurahan'
);

create table monthly_report (
  id uuid primary key,
  agency_id text not null references agency (id),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  opened_at timestamptz not null,
  -- Given by the agency's own letter register, never by the machine.
  letter_number text,
  -- {reasons: [...], text, plan}
  obstacles jsonb not null,
  -- The accepted report: head and parts as they were, with the SHA-256 of parts A to H. json, not jsonb: the order of
  -- keys is part of what was hashed.
  frozen json,
  frozen_hash text,
  version integer not null default 1,
  unique (month, agency_id),
  check ((frozen is null) = (frozen_hash is null))
);
create index monthly_report_of_agency on monthly_report (agency_id, month);

-- Who did what when; the last step is the state.
create table report_step (
  id bigint generated always as identity primary key,
  report_id uuid not null references monthly_report (id),
  step text not null check (step in ('handed-in', 'approved', 'received', 'returned', 'accepted', 'forwarded')),
  at timestamptz not null,
  by_id text,
  by_name text not null,
  -- Why it was returned.
  reason text,
  -- Of an approval: SHA-256 of the parts that were approved.
  fingerprint text
);
create index report_step_of_report on report_step (report_id, id);

-- What was sent to the mayor. A later edition adds what came in after the one before.
create table city_recap (
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  edition integer not null check (edition > 0),
  forwarded_at timestamptz not null,
  by_name text not null,
  content json not null,
  content_hash text not null,
  primary key (month, edition)
);
