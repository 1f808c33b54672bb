-- The extra questions that an organisation asks after a report, per playbook and version by version, and the answers.
-- What was reported keeps the questions that counted then: no version is ever changed or thrown away.

create table protocol.question_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  code text not null check (code in ('emotion_persistent', 'verbal', 'threat', 'physical_violence', 'written_online_threat', 'own_safety',
    'missing_person', 'calamity', 'transgressive', 'social_media')),
  version integer not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content -> 'questions') = 'array'),
  since timestamptz not null,
  created_by uuid not null,
  unique (employer_id, code, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);

alter table protocol.question_version enable row level security;
alter table protocol.question_version force row level security;
create policy question_version_of_own_employer on protocol.question_version for select to rugdekking_app, rugdekking_worker
  using (employer_id = (select platform.employer()));
create policy question_version_added on protocol.question_version for insert to rugdekking_app
  with check (
    employer_id = (select platform.employer())
    and created_by = (select platform.person())
    and (select protocol.may_change()));
create policy question_version_for_owner on protocol.question_version to current_user using (true);
grant select, insert on protocol.question_version to rugdekking_app;
grant select on protocol.question_version to rugdekking_worker;

-- Every answer is a new row, sealed with the key of the dossier: the newest counts, what was answered before stays.
create table incident.question_answer (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  set_code text not null,
  set_version integer not null,
  question text not null check (question ~ '^[a-z][a-z0-9_]{1,39}$'),
  answered_at timestamptz not null,
  sealed_answer bytea not null,
  foreign key (employer_id, set_code, set_version) references protocol.question_version (employer_id, code, version)
);
comment on column incident.question_answer.set_version is 'the version of the questions in which it was answered';
create index question_answer_of_incident on incident.question_answer (incident_id, question, answered_at desc, id desc);

alter table incident.question_answer enable row level security;
alter table incident.question_answer force row level security;
create policy owner_all on incident.question_answer to current_user using (true) with check (true);
create policy worker_of_employer on incident.question_answer to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
create policy seen on incident.question_answer for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) and incident.may(incident_id, 1) or incident.may(incident_id, 8)));
-- The questions are for whoever reported it.
create policy answered on incident.question_answer for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()) and exists (
    select from incident.incident i where i.id = incident_id and i.reporter_id = (select platform.person())));
grant select, insert on incident.question_answer to rugdekking_app;
grant select on incident.question_answer to rugdekking_worker;
