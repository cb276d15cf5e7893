-- A mail to a citizen: recipient and body are sealed with the key of the installation, and nobody of the staff reads them.
alter table mail add column sealed boolean not null default false;
