-- The same person in more than one dossier. There is no register of who did something: each dossier keeps what it knows sealed under
-- its own key, and two of them are only connected when a person said so. What was set right takes its side of it along.

-- Keyed fingerprints of a name, a date of birth or an address, for the job that compares. No request ever reads them.
create table incident.person_key (
  involved_id uuid not null references incident.involved (id) on delete cascade,
  employer_id uuid not null,
  kind text not null check (kind in ('name', 'sound', 'born', 'address')),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  primary key (involved_id, kind)
);
create index person_key_alike on incident.person_key (employer_id, fingerprint);

create table incident.same_person (
  id uuid primary key,
  employer_id uuid not null,
  one_id uuid not null references incident.involved (id) on delete cascade,
  one_incident_id uuid not null,
  other_id uuid not null references incident.involved (id) on delete cascade,
  other_incident_id uuid not null,
  why text[] not null,
  state text not null default 'proposed' check (state in ('proposed', 'same', 'different')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references organisation.person (id),
  unique (one_id, other_id),
  check (one_id < other_id),
  check (state = 'proposed' or decided_at is not null)
);
create index same_person_one on incident.same_person (one_incident_id);
create index same_person_other on incident.same_person (other_incident_id);
create index same_person_of_other on incident.same_person (other_id);

do $$
declare t text;
begin
  foreach t in array array['person_key', 'same_person'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, insert, delete on incident.%I to rugdekking_worker', t);
  end loop;
end $$;

-- Whoever leads the whole of one of the two, and the coordinator.
grant select, update (state, decided_at, decided_by) on incident.same_person to rugdekking_app;
create policy of_who_leads on incident.same_person for select to rugdekking_app
  using (employer_id = (select platform.employer())
    and (incident.may(one_incident_id, 256) or incident.may(other_incident_id, 256)));
create policy decided_by_who_sees_both on incident.same_person for update to rugdekking_app
  using (employer_id = (select platform.employer())
    and incident.may(one_incident_id, 256) and incident.may(other_incident_id, 256))
  with check (employer_id = (select platform.employer()) and decided_by = (select platform.person()));
