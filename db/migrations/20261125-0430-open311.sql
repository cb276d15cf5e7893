-- What other systems may ask for or report (Open311 GeoReport v2): a kind of case, with or without a theme.
create table open311_service (
  code text not null,
  from_day date not null,
  kind text not null,
  theme text,
  name text not null,
  description text not null,
  keywords text not null,
  group_name text not null,
  -- Who takes in what names no agency.
  agency_id text not null,
  primary key (code, from_day)
);

-- What everybody may see of cases, by when it was received.
create index cases_for_all on cases (received_at desc, id) where not secret and not suspected;
