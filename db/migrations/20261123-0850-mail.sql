-- Every mail that ever left or waits to leave, so that nothing is lost without a mail server.
create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  -- Sent at most once for a key: a digest of a week, an invitation.
  key text unique,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  sent_at timestamptz,
  failure text
);
create index mail_by_age on mail (created_at desc);
