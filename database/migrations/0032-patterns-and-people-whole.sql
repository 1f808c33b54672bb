-- Patterns and people, the rest of it: reports count along with notes, people are compared by how they were described, a decision
-- that two are one person keeps its history, and relatives stand on a dossier.

-- What of a report counts along with notes: where and when it was, and fingerprints of the marks by which the person was told. A
-- narrow row of its own, so that looking for a pattern never walks the register; gone after ninety days, as the marks of a note are.
create table incident.report_signal (
  incident_id uuid primary key references incident.incident (id) on delete cascade,
  employer_id uuid not null,
  occurred_at timestamptz not null,
  room_id uuid,
  location_id uuid,
  team_id uuid,
  local_hour smallint,
  is_corrected boolean not null,
  reported_at timestamptz not null
);
comment on table incident.report_signal is 'kept ninety days after the report, for the job that looks for patterns; no request reads it';
comment on column incident.report_signal.is_corrected is 'it stopped when something was said of it';
create index report_signal_of_room on incident.report_signal (employer_id, room_id, occurred_at) where room_id is not null;
create index report_signal_of_location on incident.report_signal (employer_id, location_id, occurred_at) where location_id is not null;
create index report_signal_of_team on incident.report_signal (employer_id, team_id, occurred_at) where team_id is not null;
create index report_signal_of_hour on incident.report_signal (employer_id, local_hour, occurred_at) where local_hour is not null;
create index report_signal_age on incident.report_signal (employer_id, reported_at);

create table incident.report_mark (
  incident_id uuid not null references incident.report_signal (incident_id) on delete cascade,
  employer_id uuid not null,
  kind text not null check (kind in ('initials', 'number', 'plate', 'appearance')),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  primary key (incident_id, kind, fingerprint)
);
comment on table incident.report_mark is 'the same keyed fingerprints as of a note; they go with the row they belong to';
create index report_mark_alike on incident.report_mark (employer_id, fingerprint);

alter table incident.pattern add column needed_notes integer not null default 1 check (needed_notes >= 1);
comment on column incident.pattern.needed_notes is 'so many of what makes it a pattern are notes; the rest may be reports';

create table incident.pattern_report (
  pattern_id uuid not null references incident.pattern (id) on delete cascade,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  employer_id uuid not null,
  primary key (pattern_id, incident_id)
);
create index pattern_report_of_incident on incident.pattern_report (incident_id);

-- The words by which somebody was described, as keyed fingerprints: for the job that compares, no request reads them. With when it
-- was, so that how rare a word is can be told of the last year alone.
create table incident.person_word (
  involved_id uuid not null references incident.involved (id) on delete cascade,
  employer_id uuid not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  occurred_at timestamptz not null,
  primary key (involved_id, fingerprint)
);
create index person_word_alike on incident.person_word (employer_id, fingerprint, occurred_at desc);

-- What people said about two of them, and took back. A row is never changed.
create table incident.same_person_decision (
  id uuid primary key,
  employer_id uuid not null,
  one_id uuid not null references incident.involved (id) on delete cascade,
  one_incident_id uuid not null,
  other_id uuid not null references incident.involved (id) on delete cascade,
  other_incident_id uuid not null,
  decision text not null check (decision in ('proposed', 'same', 'different')),
  decided_at timestamptz not null,
  decided_by uuid not null references organisation.person (id),
  check (one_id < other_id)
);
comment on column incident.same_person_decision.decision is 'proposed: an earlier decision was taken back';
create index same_person_decision_of on incident.same_person_decision (one_id, other_id, decided_at);
create index same_person_decision_of_other on incident.same_person_decision (other_id);

-- Somebody's partner, child or parent whom it touches. Not a colleague: only a sealed name.
create table incident.relative (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  relation text not null check (relation in ('partner', 'child', 'parent', 'sibling', 'other')),
  of_person_id uuid,
  sealed_identity bytea not null,
  added_by uuid not null references organisation.person (id),
  added_at timestamptz not null
);
comment on column incident.relative.of_person_id is 'whose relative; null: of somebody who is no colleague';
create index relative_of_incident on incident.relative (incident_id, added_at);

do $$
declare t text;
begin
  foreach t in array array['report_signal', 'report_mark', 'pattern_report', 'person_word', 'same_person_decision', 'relative'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, insert, delete on incident.%I to rugdekking_worker', t);
  end loop;
end $$;

grant select on incident.pattern_report to rugdekking_app;
create policy read_by_coordinator on incident.pattern_report for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.coordinates()));

grant select, insert on incident.same_person_decision to rugdekking_app;
create policy of_who_leads on incident.same_person_decision for select to rugdekking_app
  using (employer_id = (select platform.employer())
    and (incident.may(one_incident_id, 256) or incident.may(other_incident_id, 256)));
create policy decided_by_who_sees_both on incident.same_person_decision for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and decided_by = (select platform.person())
    and incident.may(one_incident_id, 256) and incident.may(other_incident_id, 256));

-- Whoever may act on both can also say it of two that nothing was proposed about.
grant insert on incident.same_person to rugdekking_app;
create policy joined_by_who_sees_both on incident.same_person for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and state = 'same' and decided_by = (select platform.person())
    and incident.may(one_incident_id, 256) and incident.may(other_incident_id, 256));

grant select, insert, delete on incident.relative to rugdekking_app;
create policy seen on incident.relative for select to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256));
create policy added on incident.relative for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and added_by = (select platform.person()) and incident.may(incident_id, 256));
create policy removed on incident.relative for delete to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256));
