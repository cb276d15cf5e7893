-- A secret is kept only once a code has shown that the app has it: until then it travels sealed with the form.
delete from second_factor where confirmed_at is null;
alter table second_factor drop column confirmed_at;
