-- A public site of an agency that we serve ourselves. Agencies without a row have their site elsewhere, or none.
create table site (
  agency_id text primary key references agency (id),
  title text not null,
  tagline text not null,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null
);

-- A picture, already made small and clean. Its files are named `ID-WIDTH.webp` in the file store.
create table media (
  id uuid primary key,
  agency_id text not null references agency (id),
  -- Empty means: decoration, nothing to tell.
  alt text not null,
  width integer not null,
  height integer not null,
  -- The widths that exist, ascending.
  widths jsonb not null,
  author_id uuid,
  author_name text not null,
  created_at timestamptz not null
);

-- What is being worked on. What the public sees is the revision that revision_id points to.
create table content (
  id uuid primary key,
  agency_id text not null references agency (id),
  kind text not null check (kind in ('news', 'announcement', 'event', 'document', 'page')),
  theme text not null check (theme in ('government', 'development', 'community')),
  title text not null,
  slug text not null,
  summary text not null,
  body_source text not null,
  body_html text not null,
  rules_version integer not null,
  picture_id uuid references media (id),
  event_day date,
  event_place text not null,
  state text not null check (state in ('draft', 'in-review', 'published', 'removed')),
  -- Whether the change being worked on is one that readers should be told of.
  significant boolean not null,
  return_reason text,
  version integer not null,
  author_id uuid,
  author_name text not null,
  editor_id uuid,
  editor_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Null: not public now.
  revision_id uuid,
  first_published_at timestamptz,
  significant_change_at timestamptz,
  minor_change_at timestamptz,
  unique (agency_id, slug)
);
create index content_by_change on content (agency_id, changed_at desc, id desc);
create index content_by_change_everywhere on content (changed_at desc, id desc);
create index content_in_public on content (agency_id, kind, first_published_at desc) where revision_id is not null;
create index content_of_picture on content (picture_id) where picture_id is not null;

-- What each publication showed, for ever.
create table content_revision (
  id uuid primary key,
  content_id uuid not null references content (id),
  agency_id text not null references agency (id),
  number integer not null,
  kind text not null,
  theme text not null,
  title text not null,
  summary text not null,
  body_html text not null,
  rules_version integer not null,
  picture_id uuid references media (id),
  -- The picture as it was shown, words included: reading a page takes one join less.
  picture jsonb,
  event_day date,
  event_place text not null,
  significant boolean not null,
  author_name text not null,
  approver_id uuid,
  approver_name text not null,
  published_at timestamptz not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('indonesian', title), 'A')
    || setweight(to_tsvector('indonesian', summary), 'B')
    || setweight(to_tsvector('indonesian', body_html), 'C')
  ) stored,
  unique (content_id, number)
);
create index content_revision_search on content_revision using gin (search);
create index content_revision_of_picture on content_revision (picture_id) where picture_id is not null;
alter table content add foreign key (revision_id) references content_revision (id);

create function refuse_change_of_revision() returns trigger language plpgsql as $$
begin
  raise exception 'a published revision is never changed or removed';
end $$;
create trigger content_revision_is_immutable before update or delete on content_revision
  for each row execute function refuse_change_of_revision();
