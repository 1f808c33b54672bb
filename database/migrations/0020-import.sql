-- Taking an older register over: the file as it came, how it is understood, and which incidents came of it. Only the coordinators
-- see it. What was imported is marked as such: nobody is told, no chain starts and no term runs; see docs/decisions/0020.

-- Older registers often know no more than the month or the year. Reports made here never say so: the contract keeps them apart.
alter domain incident.occurrence_precision drop constraint occurrence_precision_check;
alter domain incident.occurrence_precision
  add constraint occurrence_precision_check check (value in ('exact', 'about', 'day', 'month', 'year')) not valid;

create table incident.import (
  id uuid primary key,
  employer_id uuid not null,
  started_by uuid references organisation.person (id),
  started_at timestamptz not null,
  state text not null check (state in
    ('uploading', 'reading', 'unreadable', 'read', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone')),
  bytes bigint not null,
  flaw text,
  sealed_name bytea not null,
  sealed_reading bytea,
  sealed_mapping bytea,
  rows integer not null default 0,
  done integer not null default 0,
  added integer not null default 0,
  known integer not null default 0,
  wrong integer not null default 0,
  wrong_by jsonb not null default '{}',
  removed integer not null default 0,
  undone_until uuid,
  check ((state = 'unreadable') = (flaw is not null))
);
comment on column incident.import.sealed_name is 'sealed, as what was read: people put names of people in names of files';
comment on column incident.import.done is 'how many rows of the file were looked at; a batch goes on from here, also after a crash';
comment on column incident.import.undone_until is 'the last incident that undoing has looked at';
create index import_newest on incident.import (employer_id, started_at desc, id desc);

-- The file in pieces as it was sent, and the rows that did not work. Both sealed with the employer's key.
create table incident.import_part (
  import_id uuid not null references incident.import (id) on delete cascade,
  employer_id uuid not null,
  kind text not null check (kind in ('file', 'wrong')),
  number integer not null,
  sealed bytea not null,
  primary key (import_id, kind, number)
);

-- Which incident came from which row.
create table incident.imported (
  incident_id uuid primary key references incident.incident (id) on delete cascade,
  employer_id uuid not null,
  import_id uuid not null references incident.import (id),
  row_number integer not null,
  source_key bytea not null,
  content bytea not null,
  occurred_year smallint not null,
  sort text,
  unique (employer_id, source_key)
);
comment on column incident.imported.source_key is 'keyed hash of the number in the old register, or of the whole row: the same row never comes in twice';
comment on column incident.imported.sort is 'the word of the old register for what kind of thing it was: a heading, never a story';
create index imported_of_import on incident.imported (import_id, incident_id);

alter table incident.incident add column import_id uuid;
comment on column incident.incident.import_id is 'came from an older register: then reporter_id is who took it over';

do $$
declare t text;
begin
  foreach t in array array['import', 'import_part', 'imported'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('create policy of_coordinators on incident.%I to rugdekking_app
                    using (employer_id = (select platform.employer())
                      and (select organisation.role_subject(platform.employer(), ''coordinator'')) = any ((select platform.grantees())::uuid[]))
                    with check (employer_id = (select platform.employer())
                      and (select organisation.role_subject(platform.employer(), ''coordinator'')) = any ((select platform.grantees())::uuid[]))', t);
    execute format('grant select, insert, update, delete on incident.%I to rugdekking_worker', t);
  end loop;
end $$;
grant select, insert, update (state, flaw, sealed_mapping, done, added, known, wrong, wrong_by, removed, undone_until) on incident.import to rugdekking_app;
grant select, insert, delete, update (sealed) on incident.import_part to rugdekking_app;
grant select on incident.imported to rugdekking_app;

-- Who takes a register over has not reported it: it stands on the list of the organisation, not among "my reports".
create or replace function incident.grant_from_incident() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  coordinator uuid;
begin
  if tg_op = 'DELETE' then
    delete from incident.access_grant where incident_id = old.id;
    delete from incident.listed where incident_id = old.id;
    return null;
  end if;
  coordinator := organisation.role_subject(new.employer_id, 'coordinator');
  with granted as (
    insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
    select new.employer_id, new.id, g.grantee_id, g.level, new.id, g.parts, new.reported_at
    from (values (new.reporter_id, 'reports', 647), (coordinator, 'coordinates', 1535)) as g (grantee_id, level, parts)
    where g.level <> 'reports' or new.import_id is null
  )
  insert into incident.listed (employer_id, incident_id, list_id, is_led, facets, team_id, location_id, reported_at)
  values (new.employer_id, new.id, coordinator, false,
          incident.facets(new.state, new.severity, new.kind), new.team_id, new.location_id, new.reported_at);
  return null;
end $$;

-- Which of these rows are here already (`known`), and which stand here under the same number with other contents (`otherwise`).
create function incident.known_imports(rows jsonb, out known integer[], out otherwise integer[])
language plpgsql stable as $$
begin
  select coalesce(array_agg(r.row) filter (where m.content = decode(r.content, 'base64')), '{}'),
    coalesce(array_agg(r.row) filter (where m.content <> decode(r.content, 'base64')), '{}')
  into known, otherwise
  from jsonb_to_recordset(rows) as r (row integer, key text, content text)
  join incident.imported m on m.employer_id = platform.employer() and m.source_key = decode(r.key, 'base64');
end $$;

-- A batch of rows becomes incidents. What was still open goes on with whoever takes it over, as in follow-up: it is theirs to close.
-- SECURITY INVOKER, for jobs: what they may write, the policies decide. No event, no chain, no
-- task and no term: nobody is told of what happened years ago.
create function incident.take_in_imported(of_import uuid, by_person uuid, rows jsonb) returns integer
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  at constant timestamptz := platform.now();
  employer constant uuid := platform.employer();
  added integer;
begin
  insert into incident.incident (
    id, employer_id, number, kind, severity, matrix_columns, state, target, occurred_at, occurred_precision, reported_at, reporter_id,
    team_id, place_kind, location_id, is_unsafe, is_injured, actions, route, taken_up_by, taken_up_at, contact_at, closed_at, import_id)
  select r."incidentId", employer, incident.next_number(employer, r."reportedAt"), r.kind, r.severity, r.columns,
    case when r."isOpen" then 'in_follow_up' else 'closed' end, 'unknown', r."occurredAt", r."occurredPrecision", r."reportedAt", by_person,
    r."teamId", r."placeKind", r."locationId", false, r."isInjured", r.actions, 'coordinator', by_person,
    case when r."isOpen" then at else r."reportedAt" end, case when r."isOpen" then at end, case when not r."isOpen" then r."reportedAt" end, of_import
  from jsonb_to_recordset(rows) as r (
    "incidentId" uuid, kind text, severity text, columns text[], "isOpen" boolean, "occurredAt" timestamptz, "occurredPrecision" text,
    "reportedAt" timestamptz, "teamId" uuid, "placeKind" text, "locationId" uuid, "isInjured" boolean, actions text[]);
  get diagnostics added = row_count;

  insert into incident.imported (incident_id, employer_id, import_id, row_number, source_key, content, occurred_year, sort)
  select r."incidentId", employer, of_import, r.row, decode(r.key, 'base64'), decode(r.content, 'base64'), r."occurredYear", r.sort
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, row integer, key text, content text, "occurredYear" smallint, sort text);

  insert into platform.dossier_key (incident_id, employer_id, wrapped)
  select r."incidentId", employer, decode(r."dossierKey", 'base64')
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, "dossierKey" text);

  -- Narrative (8) and place (2), each sealed with the key of its own dossier.
  insert into incident.sealed_field (employer_id, incident_id, field, part, written_by, written_at, sealed_text)
  select employer, r."incidentId", f.field, f.part, by_person, at, decode(f.sealed, 'base64')
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, register text, place text)
  cross join lateral (values ('register', 8, r.register), ('place', 2, r.place)) as f (field, part, sealed)
  where f.sealed is not null;

  insert into incident.involved (id, employer_id, incident_id, role, knowledge, sealed_identity, added_by, added_at)
  select r."aggressorId", employer, r."incidentId", 'aggressor', 'described', decode(r.aggressor, 'base64'), by_person, at
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, "aggressorId" uuid, aggressor text)
  where r.aggressor is not null;

  insert into incident.step (id, employer_id, incident_id, at, kind, actor_id, for_reporter)
  select r."stepId", employer, r."incidentId", at, 'imported', by_person, false
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, "stepId" uuid);

  -- The managers of the team it happened to find it among theirs.
  insert into incident.lead (employer_id, incident_id, subject_id, scope, since)
  select employer, r."incidentId", organisation.role_subject(r."teamId", 'manager'), 'whole', at
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, "teamId" uuid)
  where r."teamId" is not null;
  return added;
end $$;

-- Takes out the next incidents of an import that nobody has worked on since; looking is no work. Answers how far it came:
-- null when all were looked at. What goes, goes with its key.
create function incident.take_out_imported(of_import uuid, after uuid, most integer, out removed integer, out until uuid)
language plpgsql as $$
declare
  looked uuid[];
  untouched uuid[];
begin
  select coalesce(array_agg(n.incident_id order by n.incident_id), '{}') into looked from (
    select m.incident_id from incident.imported m
    where m.import_id = of_import and (after is null or m.incident_id > after)
    order by m.incident_id limit most) n;
  select coalesce(array_agg(i.id), '{}') into untouched from incident.incident i
  where i.id = any (looked)
    and not exists (select from incident.step s where s.incident_id = i.id and s.kind not in ('imported', 'read'))
    and not exists (select from platform.audit_entry e where e.incident_id = i.id
                    and e.action not in ('incident-read', 'own-incident-read', 'log-read'));
  delete from incident.incident where id = any (untouched);
  get diagnostics removed = row_count;
  delete from platform.dossier_key where incident_id = any (untouched);
  until := looked[array_upper(looked, 1)];
end $$;

revoke execute on function incident.known_imports, incident.take_in_imported, incident.take_out_imported from public;
grant execute on function incident.known_imports, incident.take_in_imported, incident.take_out_imported to rugdekking_worker;
