-- Search: stems of what the citizen wrote, and tokens no text can hold: `a:` agency, `m:` month of receipt, `s:run` while
-- the case waits for the agency, `t:` half a ticket, `n:` register number. Kept in the transaction of each change; see
-- src/cases/data/search-rows.ts. Derived: it may be built anew at any time.
create extension if not exists pg_trgm;

create table case_search (
  case_id uuid primary key references cases (id),
  received_at timestamptz not null,
  words tsvector not null
);
-- A short list of what is not sorted in yet: every search reads all of it.
create index case_search_words on case_search using gin (words) with (gin_pending_list_limit = 512);
-- The newest thousand lexemes' frequencies tell how far back a search must look.
alter table case_search alter column words set statistics 300;

-- Every word and every stem that was ever indexed, so that a mistyped word finds those that look like it.
create table case_word (word text primary key);
create index case_word_alike on case_word using gist (word gist_trgm_ops);

create temporary table told on commit drop as
  select c.id, c.agency_id, c.received_at, c.state, c.ticket, c.register_number,
    lower(regexp_replace(left(concat_ws(' ', c.subject, c.place, m.text), 20000), '[^[:alnum:]]+', ' ', 'g')) as text
  from cases c
  left join lateral (
    select string_agg(text, ' ' order by at) as text from case_message where case_id = c.id and author = 'citizen'
  ) m on true;
insert into case_search (case_id, received_at, words)
  select id, received_at,
    strip(to_tsvector('indonesian', text)) || array_to_tsvector(array_remove(array[
      'a:' || agency_id,
      'm:' || to_char(received_at at time zone 'Asia/Jakarta', 'YYYY-MM'),
      case when state in ('open', 'replied') then 's:run' end,
      't:' || lower(split_part(ticket, '-', 2)),
      't:' || lower(split_part(ticket, '-', 3)),
      'n:' || register_number], null))
  from told;
insert into case_word
  select distinct word from told,
    unnest(tsvector_to_array(to_tsvector('indonesian', text) || to_tsvector('simple', text))) as word
  where word ~ '^[[:alpha:]]{3,24}$';
drop table told;

-- A keyed hash of the name on a channel, for exact look-up; names nobody.
alter table reporter add column handle_key text;
create index reporter_by_handle on reporter (handle_key) where handle_key is not null;
create index cases_of_reporter on cases (reporter_id) where reporter_id is not null;
