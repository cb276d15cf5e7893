-- Another citizen's case of which the reporter said, before sending, that it tells of the same matter.
alter table cases add column same_as_id uuid references cases (id);
