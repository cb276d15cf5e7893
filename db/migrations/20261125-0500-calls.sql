-- What X told about its windows, so that no call is made that it has said no to. `scope` is the account whose token
-- asks, or 'app' for what counts for the whole app.
create table channel_limit (
  scope text not null,
  call text not null,
  span text not null check (span in ('quarter', 'day')),
  allowed integer not null,
  remaining integer not null,
  resets_at timestamptz not null,
  primary key (scope, call, span)
);

-- X's price list, in millionths of a US dollar, from a day on.
create table channel_price (
  item text not null,
  micros integer not null check (micros >= 0),
  from_day date not null,
  basis text not null,
  primary key (item, from_day)
);

-- What was charged, call by call. A write that was not answered may have been carried out: then it is not certain.
create table channel_charge (
  id uuid primary key,
  at timestamptz not null,
  -- X's days and months are those of UTC.
  month date not null,
  account_id uuid references social_account (id),
  item text not null,
  call text not null,
  quantity integer not null check (quantity > 0),
  micros bigint not null,
  certain boolean not null
);
create index channel_charge_of_month on channel_charge (month, account_id, item);
create index channel_charge_of_account on channel_charge (account_id, id);

-- What was read on which day of UTC: the same thing is charged once. Kept for two days.
create table channel_read (
  day date not null,
  kind text not null,
  external_id text not null,
  primary key (day, kind, external_id)
);

-- What the city may spend in a month, from a month on.
create table channel_budget (
  id uuid primary key,
  from_month date not null,
  micros bigint not null check (micros > 0),
  warn_percent integer not null check (warn_percent between 1 and 100),
  -- Whether all calls stop when it is used up.
  stops boolean not null,
  set_by text not null,
  set_at timestamptz not null
);
create index channel_budget_by_month on channel_budget (from_month, set_at);

-- Why calls stopped: no credit at X, or the city's own budget used up.
alter table channel_halt add cause text not null default 'credit' check (cause in ('credit', 'budget'));
