-- How many days after its end a kind of record is kept, from a day on (UU 27/2022).
create table retention_rule (
  kind text not null,
  days integer not null check (days >= 0),
  from_day date not null,
  primary key (kind, from_day)
);
