-- An end that moves within its month leaves all indexes of its turn as they are, so the row changes in its page: the
-- instant itself is no more in an index, and pages keep a little room.
drop index turn_broken;
create index turn_broken on turn (breach_month, agency_id) include (known_from, known_until) where breach_month is not null;
alter table turn set (fillfactor = 85);
