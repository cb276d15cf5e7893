-- :count cases up to the instant :now, :years years back. Read by fill-cases.ts; one statement after another.

create table bench_case as
with drawn as (
  select i, floor(exp(random() * ln(agencies + 1)))::int as agency,
    date_trunc('milliseconds', :now::timestamptz - interval '1 year' * :years * (1 - i::float8 / :count) - interval '1 minute') as received_at,
    random() as r_run, random() as r_state, random() as r_kind, random() as r_class, random() as r_channel, random() as r_triage,
    random() as r_pause, random() as r_person, random() as r_place, random() as r_village, random() as r_topic, random() as r_due,
    1 + floor(random() * texts)::int as text
  from (select (select count(*) from agency_name where to_day is null) as agencies, (select count(*) from bench_text) as texts) counted,
    generate_series(1, :count) i
), decided as (
  select *,
    case when received_at > :now::timestamptz - interval '60 days' then r_run < 0.7 else r_run < 0.02 end as running,
    (array['complaint', 'inquiry', 'suggestion', 'aspiration', 'opinion'])[width_bucket(r_kind, array[0, 0.62, 0.8, 0.88, 0.95])] as kind,
    (array['form', 'x', 'phone', 'desk', 'instagram', 'whatsapp', 'facebook'])[width_bucket(r_channel, array[0, 0.4, 0.75, 0.85, 0.93, 0.97, 0.99])] as channel
  from drawn
)
select i,
  (left(hex, 8) || '-' || right(hex, 4) || '-7' || left(hash, 3) || '-8' || substr(hash, 4, 3) || '-' || substr(hash, 7, 12))::uuid as id,
  'KB-' || left(code, 4) || '-' || right(code, 4) as ticket,
  (select array(select agency_id from agency_name where to_day is null order by md5(agency_id)))[agency] as agency_id, agency, kind, channel, running, received_at, text,
  case when kind = 'complaint' then (array['plain', 'not-supervisory', 'supervisory'])[width_bucket(r_class, array[0, 0.75, 0.97])] else 'plain' end as class,
  case when running then case when r_state < 0.5 then 'open' else 'replied' end
    when r_state < 0.05 then 'answered' else 'closed' end as state,
  case when running and r_triage < 0.2 then null when running and r_triage < 0.25 then 'hold' else 'process' end as triage,
  running and r_pause < 0.04 as paused,
  case when r_person < 0.6 then agency * 3 + floor(r_person * 5)::int end as person,
  case when r_place < 0.7 then (select array(select agency_id from agency_name where to_day is null and kind = 'subdistrict' order by agency_id))[1 + floor(r_village * (select count(*) from agency_name where to_day is null and kind = 'subdistrict'))::int] end as village,
  case when r_topic < 0.03 then 1 + floor(r_topic * 100 / 3 * greatest(20, :count / 500))::int end as topic,
  received_at + interval '1 day' * (1 + 13 * r_due) as due_at
from decided,
  lateral (select lpad(to_hex((extract(epoch from received_at) * 1000)::bigint), 12, '0') as hex, md5(i::text) as hash,
    translate(upper(lpad(to_hex((i::bigint * 2654435761) % 4294967296), 8, '0')), '01', 'GH') as code) made;

analyze bench_case;

insert into person (id, name, email, created_at)
select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Petugas Uji ' || n, 'petugas-' || n || '@uji.example', :now::timestamptz
from generate_series(1, 310) n;

insert into appointment (id, person_id, role, agency_id, from_day, created_at)
select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad((a * 3 + n)::text, 12, '0'))::uuid, (array['operator', 'reviewer', 'head'])[n + 1],
  (array(select agency_id from agency_name where to_day is null order by md5(agency_id)))[a], date '2023-01-01', :now::timestamptz
from generate_series(1, (select count(*) from agency_name where to_day is null)) a, generate_series(0, 2) n;

insert into topic (id, name, created_at, created_by)
select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Perkara ' || n, :now::timestamptz, 'Petugas Uji'
from generate_series(1, greatest(20, :count / 500) + 1) n;

insert into reporter (id, sealed, created_at, citizen_key, handle_key)
select ('00000001-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, repeat('s', 120), received_at, md5((i % 100000)::text),
  md5('handle' || (i % 100000))
from bench_case where channel = 'x';

with village as materialized (select agency_id as id, parent_id from agency_name where to_day is null)
insert into cases (id, ticket, register_agency_id, register_year, register_number, agency_id, channel, kind, class, state, subject,
  reporter_id, received_at, opened_at, state_since, next_step, next_due_at, next_started_at, next_minutes, next_warn_at, paused_since,
  version, triage, assignee_id, subdistrict_id, district_id, topic_id, clocks)
select c.id, c.ticket, c.agency_id, extract(year from c.received_at), c.i, c.agency_id, c.channel, c.kind, c.class, c.state,
  left(t.text, 80), case when c.channel = 'x' then ('00000001-0000-4000-8000-' || lpad(c.i::text, 12, '0'))::uuid end,
  c.received_at, c.received_at, least(:now::timestamptz, c.due_at),
  case when c.running then 'final-answer' end, case when c.running then c.due_at end, case when c.running then c.received_at end,
  case when c.running then 2250 end, case when c.running then c.due_at end, case when c.paused then c.received_at end,
  3, c.triage, ('00000000-0000-4000-8000-' || lpad(c.person::text, 12, '0'))::uuid, c.village,
  village.parent_id,
  ('00000000-0000-4000-9000-' || lpad(c.topic::text, 12, '0'))::uuid,
  replace(replace(case when c.running then
    '[{"step":"first-reply","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED"},{"step":"triage","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"},{"step":"follow-up","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED"},{"step":"final-answer","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED"},{"step":"citizen-wait","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED"}]'
    else '[{"step":"first-reply","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"},{"step":"triage","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"},{"step":"follow-up","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"},{"step":"final-answer","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"},{"step":"citizen-wait","ruleId":"00000000-0000-4000-a000-000000000001","unit":"days","amount":5,"startedAt":"BEGUN","dueAt":"ENDED","stoppedAt":"ENDED","stoppedBy":"answer"}]' end,
    'BEGUN', to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    'ENDED', to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::jsonb
from bench_case c join bench_text t on t.id = c.text left join village on village.id = c.village;

insert into case_register (agency_id, year, last)
select agency_id, year, :count from (select distinct agency_id from agency_name) a, generate_series(2023, 2030) year
on conflict (agency_id, year) do update set last = excluded.last;

insert into case_message (id, case_id, author, text, at, channel, state)
select gen_random_uuid(), c.id, 'citizen', t.text, c.received_at, c.channel, 'received'
from bench_case c join bench_text t on t.id = c.text;

insert into case_message (id, case_id, author, author_name, text, at, channel, state, final, public_at)
select gen_random_uuid(), c.id, 'agency', 'Petugas Uji', 'Terima kasih atas laporannya. ' || t.text, c.received_at + interval '1 day',
  c.channel, 'public', not c.running, c.received_at + interval '1 day'
from bench_case c join bench_text t on t.id = c.text where c.state <> 'open';

insert into event (at, actor_kind, actor_id, actor_name, action, thing, thing_id, agency_id, after)
select c.received_at + interval '3 hours' * k, 'person', '00000000-0000-4000-8000-000000000001', 'Petugas Uji',
  (array['case.opened', 'case.triaged', 'case.assigned', 'case.answered', 'case.closed'])[k], 'case', c.id::text, c.agency_id,
  '{"ticket": "KB-2222-2222", "channel": "form", "kind": "complaint", "clocks": [{"step": "first-reply", "dueAt": "2026-11-24T09:00:00.000Z"}]}'
from bench_case c, generate_series(1, 5) k;

insert into case_label (id, agency_id, name, created_at)
select ('00000002-0000-4000-8000-' || lpad((a * 6 + n)::text, 12, '0'))::uuid,
  (array(select agency_id from agency_name where to_day is null order by md5(agency_id)))[a],
  (array['mendesak', 'anggaran', 'lapangan', 'viral', 'berulang', 'musyawarah'])[n + 1], :now::timestamptz
from generate_series(1, (select count(*) from agency_name where to_day is null)) a, generate_series(0, 5) n;

insert into case_labelled (case_id, label_id, at, by_name)
select id, ('00000002-0000-4000-8000-' || lpad((agency * 6 + floor(random() * 6))::text, 12, '0'))::uuid, received_at, 'Petugas Uji'
from bench_case where random() < 0.2;

insert into case_search (case_id, received_at, words)
select c.id, c.received_at, t.words || array_to_tsvector(array_remove(array[
  'a:' || c.agency_id,
  'm:' || to_char(c.received_at at time zone 'Asia/Jakarta', 'YYYY-MM'),
  case when c.running then 's:run' end,
  't:' || lower(split_part(c.ticket, '-', 2)),
  't:' || lower(split_part(c.ticket, '-', 3)),
  'n:' || c.i], null))
from bench_case c join bench_text t on t.id = c.text;

insert into case_word
select distinct word from bench_text, unnest(tsvector_to_array(words || to_tsvector('simple', text))) as word
where word ~ '^[[:alpha:]]{3,24}$';
