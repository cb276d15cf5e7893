-- The inbox narrowed to what looks like advertising.
create index cases_running_suspected on cases (next_due_at, id) where state in ('open', 'replied') and suspected;
