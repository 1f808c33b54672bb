-- Who did it according to an older register is compared with others as well, where the register gives a name.

-- As in 0020; and what is a name is kept as one, with its fingerprints, in the statement batch of the row itself.
create or replace function incident.take_in_imported(of_import uuid, by_person uuid, rows jsonb) returns integer
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
  select r."aggressorId", employer, r."incidentId", 'aggressor', coalesce(r.knowledge, 'described'), decode(r.aggressor, 'base64'), by_person, at
  from jsonb_to_recordset(rows) as r ("incidentId" uuid, "aggressorId" uuid, aggressor text, knowledge text)
  where r.aggressor is not null;

  -- Fingerprints of names, where the register gave one; they go with who they are of.
  insert into incident.person_key (involved_id, employer_id, kind, fingerprint)
  select r."aggressorId", employer, p.kind, decode(p.print, 'base64')
  from jsonb_to_recordset(rows) as r ("aggressorId" uuid, prints jsonb)
  cross join lateral jsonb_each_text(r.prints) as p (kind, print)
  where r.prints is not null;

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
