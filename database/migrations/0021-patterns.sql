-- Patterns in what need not be reported. A light note still names nobody. Its maker may add where and about what time it was, and
-- marks by which they would know the person again; of a mark only a fingerprint is kept, under a key that is not in the database,
-- for ninety days. When the rules of the organisation are met, a job writes one proposal. A person decides about it.

alter table incident.note
  add column room_id uuid,
  add column occurred_precision incident.occurrence_precision not null default 'day',
  -- The hour on the Dutch clock, when its maker knew the time: what was only a day must not seem to be noon.
  add column local_hour smallint generated always as (
    case when occurred_precision::text <> 'day' then extract(hour from occurred_at at time zone 'Europe/Amsterdam')::smallint end) stored;
create index note_of_room on incident.note (employer_id, room_id, occurred_at) where room_id is not null;
create index note_of_location on incident.note (employer_id, location_id, occurred_at) where location_id is not null;
create index note_of_team on incident.note (employer_id, team_id, occurred_at) where team_id is not null;
create index note_of_hour on incident.note (employer_id, local_hour, occurred_at) where local_hour is not null;

grant update (occurred_at, occurred_precision, place_kind, location_id, room_id) on incident.note to rugdekking_app;
create policy completed on incident.note for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

create table incident.note_mark (
  note_id uuid not null references incident.note (id) on delete cascade,
  employer_id uuid not null,
  kind text not null check (kind in ('initials', 'number', 'plate', 'appearance')),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  marked_at timestamptz not null,
  primary key (note_id, kind)
);
comment on table incident.note_mark is 'fingerprints only, under a key outside the database; a daily job deletes them after ninety days';
create index note_mark_alike on incident.note_mark (employer_id, fingerprint);
create index note_mark_age on incident.note_mark (employer_id, marked_at);

create table incident.pattern (
  id uuid primary key,
  employer_id uuid not null,
  fact text not null check (fact in ('person', 'repeat', 'room', 'location', 'team', 'hour')),
  subject text check ((subject is null) = (fact in ('person', 'repeat'))),
  needed integer not null,
  days integer not null,
  found_at timestamptz not null,
  asked_at timestamptz,
  state text not null default 'open' check (state in ('open', 'reported', 'set_aside')),
  decided_at timestamptz,
  decided_by uuid references organisation.person (id),
  sealed_reason bytea,
  report_id uuid,
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'reported') = (report_id is not null)),
  check ((state = 'set_aside') = (sealed_reason is not null))
);
comment on column incident.pattern.subject is 'the id of the room, location or team, or the hour; of a person nothing is kept';
create index pattern_of_employer on incident.pattern (employer_id, found_at desc, id desc);
create index pattern_open on incident.pattern (employer_id, fact, subject) where state = 'open';

create table incident.pattern_signal (
  pattern_id uuid not null references incident.pattern (id) on delete cascade,
  note_id uuid not null references incident.note (id) on delete cascade,
  employer_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz,
  answer text check (answer in ('told', 'declined')),
  answered_at timestamptz,
  sealed_answer bytea,
  primary key (pattern_id, note_id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'told') = (sealed_answer is not null)),
  check (answer is null or asked_at is not null)
);
create index pattern_signal_of_note on incident.pattern_signal (note_id);
create index pattern_signal_waiting on incident.pattern_signal (person_id) where asked_at is not null and answer is null;

create table incident.signal_rules_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  version integer not null check (version >= 1),
  content jsonb not null,
  since timestamptz not null,
  created_by uuid not null,
  unique (employer_id, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);

create function incident.coordinates() returns boolean
language sql stable as $$
  select organisation.role_subject(platform.employer(), 'coordinator') = any (platform.grantees())
$$;
revoke execute on function incident.coordinates from public;
grant execute on function incident.coordinates to rugdekking_app, rugdekking_worker;

do $$
declare t text;
begin
  foreach t in array array['note_mark', 'pattern', 'pattern_signal', 'signal_rules_version'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
  end loop;
end $$;

grant select, delete on incident.note_mark to rugdekking_worker;
grant select, insert on incident.pattern to rugdekking_worker;
grant select, insert on incident.pattern_signal to rugdekking_worker;
grant select on incident.signal_rules_version to rugdekking_worker;

-- Whoever made the note adds marks to it, and nobody ever reads them back.
grant insert on incident.note_mark to rugdekking_app;
create policy marked on incident.note_mark for insert to rugdekking_app
  with check (employer_id = (select platform.employer())
    and exists (select from incident.note n where n.id = note_id and n.person_id = (select platform.person())));

grant select, update (asked_at, state, decided_at, decided_by, sealed_reason, report_id) on incident.pattern to rugdekking_app;
create policy read_by_coordinator on incident.pattern for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.coordinates()));
create policy decided_by_coordinator on incident.pattern for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.coordinates()) and state = 'open')
  with check (employer_id = (select platform.employer()) and (state = 'open' or decided_by = (select platform.person())));

grant select, update (asked_at, answer, answered_at, sealed_answer) on incident.pattern_signal to rugdekking_app;
create policy read_by_coordinator_or_asked on incident.pattern_signal for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    (select incident.coordinates()) or (person_id = (select platform.person()) and asked_at is not null)));
create policy asked_by_coordinator on incident.pattern_signal for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.coordinates()) and asked_at is null)
  with check (employer_id = (select platform.employer()) and answer is null);
create policy answered_by_maker on incident.pattern_signal for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()) and asked_at is not null and answer is null)
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

grant select, insert on incident.signal_rules_version to rugdekking_app;
create policy of_own_employer on incident.signal_rules_version for select to rugdekking_app
  using (employer_id = (select platform.employer()));
create policy added_by_coordinator on incident.signal_rules_version for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and created_by = (select platform.person()) and (select incident.coordinates()));
