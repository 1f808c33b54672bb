-- Reports made without a connection: sealed on the device to a key of ours, signed by a key of the device, opened here.

-- Which device is whose. The key never leaves the device; this is its public half. A device that was lost signs nothing without
-- a session, so nothing has to be taken back here; and a report that waited for years must still be known as theirs.
create table incident.device (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  public_key bytea not null check (octet_length(public_key) = 65),
  registered_at timestamptz not null,
  seen_at timestamptz not null,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
create index device_of_person on incident.device (person_id);

-- To which key devices seal. The newest is given out, the older ones stay: what was sealed to them may still be underway.
create table incident.sealing_key (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  public_key bytea not null check (octet_length(public_key) = 65),
  sealed_private_key bytea not null,
  made_at timestamptz not null
);
create index sealing_key_of_employer on incident.sealing_key (employer_id, made_at desc, id desc);

-- What became of an envelope. The same one delivered again gets the same answer.
create table incident.sealed_delivery (
  person_id uuid not null,
  envelope_id uuid not null,
  employer_id uuid not null,
  device_id uuid not null references incident.device (id),
  outcome text not null check (outcome in ('received', 'returned', 'kept')),
  incident_id uuid,
  draft_id uuid,
  because jsonb not null default '[]',
  -- What the device showed, when it really was as far as we can tell, and when it arrived.
  sealed_on timestamptz not null,
  sealed_at timestamptz not null,
  received_at timestamptz not null,
  primary key (person_id, envelope_id),
  check ((outcome = 'received') = (incident_id is not null) and (outcome = 'received') = (draft_id is null)),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
comment on column incident.sealed_delivery.because is 'places and sentences of ours only';

do $$
declare
  t text;
begin
  foreach t in array array['device', 'sealing_key', 'sealed_delivery'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
      using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
  end loop;
end $$;

create policy own on incident.device to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy own on incident.sealed_delivery to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
-- For everybody who works here: without the key of the employer, which is not in the database, the private half opens nothing.
create policy of_employer on incident.sealing_key to rugdekking_app
  using (employer_id = (select platform.employer()) and (select platform.person()) is not null)
  with check (employer_id = (select platform.employer()) and (select platform.person()) is not null);

grant select, insert, update (seen_at) on incident.device to rugdekking_app;
grant select, insert on incident.sealing_key, incident.sealed_delivery to rugdekking_app;
grant select on incident.device, incident.sealing_key, incident.sealed_delivery to rugdekking_worker;
