-- What an organisation calls the choices of a report, list by list and version by version, and which of its own words were chosen.
-- Every rule reads the built-in codes, which stay where they always were; a word of one's own only says how it is called.
-- No version is ever changed or thrown away: a dossier says what was said when it was told.

create domain protocol.vocabulary as text check (value in ('kind', 'place', 'action', 'target', 'cause', 'flag', 'form', 'injury'));

create table protocol.vocabulary_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  list protocol.vocabulary not null,
  version integer not null check (version >= 1),
  words jsonb not null check (jsonb_typeof(words) = 'array'),
  since timestamptz not null,
  created_by uuid,
  unique (employer_id, list, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);
comment on column protocol.vocabulary_version.created_by is 'null: the words of the sector, that the program brought along';

alter table protocol.vocabulary_version enable row level security;
alter table protocol.vocabulary_version force row level security;
create policy vocabulary_version_of_own_employer on protocol.vocabulary_version for select to rugdekking_app, rugdekking_worker
  using (employer_id = (select platform.employer()));
create policy vocabulary_version_added on protocol.vocabulary_version for insert to rugdekking_app, rugdekking_worker
  with check (employer_id = (select platform.employer()) and (
    (version = 1 and created_by is null)
    or (created_by = (select platform.person()) and (select protocol.may_change()))));
create policy vocabulary_version_for_owner on protocol.vocabulary_version to current_user using (true);
grant select, insert on protocol.vocabulary_version to rugdekking_app, rugdekking_worker;

-- What was chosen where a word of the organisation's own was among it. Each time it is told is a row: the newest of a list counts.
create table incident.chosen_word (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  list protocol.vocabulary not null,
  codes text[] not null check (cardinality(codes) between 1 and 20),
  person_id uuid not null references organisation.person (id),
  chosen_at timestamptz not null
);
comment on column incident.chosen_word.codes is 'own words and built-in ones, as they were chosen together; codes only';
create index chosen_word_of_incident on incident.chosen_word (incident_id, list, chosen_at desc, id desc);

alter table incident.chosen_word enable row level security;
alter table incident.chosen_word force row level security;
create policy owner_all on incident.chosen_word to current_user using (true) with check (true);
create policy worker_of_employer on incident.chosen_word to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
-- As the answer it belongs to: the place, whom it happened to, and how it went.
create policy seen on incident.chosen_word for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person())
    or incident.may(incident_id, case list when 'kind' then 1 when 'target' then 1 when 'place' then 2 when 'action' then 8 | 512 else 8 end)));
create policy added on incident.chosen_word for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and (incident.may(incident_id, 256) or incident.may(incident_id, 512)));
grant select, insert on incident.chosen_word to rugdekking_app;
-- Setting a report right takes its words along; a job does that.
grant select, insert, delete on incident.chosen_word to rugdekking_worker;
