-- A message that is already a case is found by its link.
create index case_message_by_url on case_message (url) where url is not null;
-- What was imported is known by its number in the other system.
create unique index cases_by_origin on cases ((origin ->> 'system'), (origin ->> 'id')) where origin ->> 'id' is not null;
