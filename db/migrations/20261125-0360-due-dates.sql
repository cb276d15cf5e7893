-- A due date that moves writes an entry into every index the case is in: those by state, read only for what is done,
-- hold no running case any more.
drop index cases_by_state;
drop index cases_of_agency_by_state;
create index cases_settled on cases (state, state_since, id) where state in ('answered', 'closed');
create index cases_settled_of_agency on cases (agency_id, state, state_since, id) where state in ('answered', 'closed');
