-- Somebody who may not sign in for now; the row goes when the account is opened again.
create table person_lock (
  person_id uuid primary key references person (id),
  reason text not null,
  locked_at timestamptz not null
);

-- `id` names a session in the list without giving its token away. A session that still lacks its second factor
-- (`code`: asked for one, `set-up`: must make one first) signs nobody in.
alter table session
  add column id uuid,
  add column stage text not null default 'open' check (stage in ('open', 'code', 'set-up')),
  add column method text not null default 'password' check (method in ('password', 'passkey', 'sso'));
update session set id = gen_random_uuid();
alter table session alter column id set not null, add constraint session_by_id unique (id);

-- Links sent by mail, to be used once. Only the hash of the token is kept.
create table mail_link (
  token_hash bytea primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  person_id uuid not null references person (id),
  -- The address it was sent to: the link is worth nothing for another one.
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_link_of_person on mail_link (person_id, kind, created_at);

-- The shared secret of somebody's code app, encrypted; it counts from its confirmation on.
create table second_factor (
  person_id uuid primary key references person (id),
  sealed_secret text not null,
  -- Time step of the last code taken: that one and older ones are refused.
  last_step integer not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

create table recovery_code (
  code_hash bytea primary key,
  person_id uuid not null references person (id),
  used_at timestamptz
);
create index recovery_code_of_person on recovery_code (person_id);

-- Whether a role needs a second factor, from a day on.
create table second_factor_rule (
  role text not null,
  from_day date not null,
  required boolean not null,
  primary key (role, from_day)
);

create table passkey (
  -- Credential id, base64url.
  id text primary key,
  person_id uuid not null references person (id),
  name text not null,
  public_key bytea not null,
  -- Signature counter; many authenticators leave it at 0.
  counter bigint not null,
  -- JSON list: how the browser may reach it.
  transports text not null,
  -- Whether it is kept in a cloud, and so may live on several devices.
  backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_person on passkey (person_id);

-- A question an authenticator has to sign: asked once, answered once, within minutes.
create table passkey_challenge (
  challenge text primary key,
  -- Who adds a passkey; null for a sign-in, when nobody is known yet.
  person_id uuid references person (id),
  expires_at timestamptz not null
);
create index passkey_challenge_by_end on passkey_challenge (expires_at);

-- Somebody's account at the city's single sign-on.
create table sso_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id),
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (person_id, issuer)
);
