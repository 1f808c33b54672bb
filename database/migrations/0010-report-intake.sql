-- A report comes in as one statement: every round trip of the busiest write is one that a colleague waits for at the counter.
-- SECURITY INVOKER: whether somebody may report, and what they may name, the policies decide here as anywhere else.

-- The team somebody is counted to: the one they have been in longest.
create function incident.team_of(someone uuid, at timestamptz) returns uuid
language plpgsql stable strict parallel safe as $$
begin
  return (
    select m.team_id from organisation.membership m
    where m.person_id = someone and m.since <= at and (m.until is null or m.until > at)
    order by m.since, m.id limit 1);
end $$;

-- The colleagues named in a report who are not (or no longer) this employer's, as JSON pointers. Somebody else's employer and
-- nobody at all give the same answer.
create function incident.unknown_colleagues(colleagues jsonb, at timestamptz) returns text[]
language plpgsql stable as $$
begin
  return array(
    select c.pointer from jsonb_to_recordset(colleagues) as c (pointer text, "personId" uuid)
    where not exists (
      select from organisation.person p
      where p.id = c."personId" and p.employer_id = platform.employer() and (p.ended_at is null or p.ended_at > at)));
end $$;

-- What belongs to a report from its first moment: its people, whose story is told or asked, the first step and the place in words. SECURITY DEFINER, so it first looks itself: only for the report that this person is sending at this moment.
create function incident.lay_down(
  report jsonb, own_manager uuid, sealed_story bytea, sealed_aggressor bytea, sealed_child bytea, sealed_place bytea)
returns void
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  at constant timestamptz := platform.now();
  employer constant uuid := platform.employer();
  reporter constant uuid := platform.person();
  incident_id constant uuid := (report ->> 'incidentId')::uuid;
begin
  -- By its id alone: a plan that was made for an empty register must not walk a full one.
  if (select (i.employer_id, i.reporter_id, i.reported_at) is distinct from (employer, reporter, at)
      from incident.incident i where i.id = incident_id) is not false
    or exists (select from incident.step s where s.incident_id = incident_id) then
    raise exception 'only a report that is being sent is laid down' using errcode = 'insufficient_privilege';
  end if;

  with people as (
    insert into incident.involved (id, employer_id, incident_id, role, person_id, team_subject_id, knowledge, sealed_identity, added_by, added_at)
    select p.id, employer, incident_id, p.role, p."personId",
      case when p."personId" = reporter then own_manager else organisation.role_subject(incident.team_of(p."personId", at), 'manager') end,
      p.knowledge, case p.role when 'aggressor' then sealed_aggressor when 'child' then sealed_child end, reporter, at
    from jsonb_to_recordset(report -> 'people') as p (id uuid, role text, "personId" uuid, knowledge text)
  ), stories as (
    insert into incident.account (id, employer_id, incident_id, person_id, team_subject_id, state, asked_at, given_at, sealed_story)
    select a.id, employer, incident_id, a."personId",
      case when a."personId" = reporter then own_manager else organisation.role_subject(incident.team_of(a."personId", at), 'manager') end,
      a.state, case a.state when 'asked' then at end, case a.state when 'given' then at end,
      case a.state when 'given' then sealed_story end
    from jsonb_to_recordset(report -> 'accounts') as a (id uuid, "personId" uuid, state text)
  )
  insert into incident.step (id, employer_id, incident_id, at, kind, actor_id, for_reporter)
  values ((report ->> 'stepId')::uuid, employer, incident_id, at, 'reported', reporter, true);

  if sealed_place is not null then
    insert into incident.sealed_field (employer_id, incident_id, field, part, written_by, written_at, sealed_text)
    values (employer, incident_id, 'place', 2, reporter, at, sealed_place);
  end if;
end $$;

create function incident.take_in(
  report jsonb, sealed_story bytea, sealed_aggressor bytea, sealed_child bytea, sealed_place bytea, dossier_key bytea,
  out outcome text, out number text, out state text, out reported_at timestamptz, out unknown text[])
language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  at constant timestamptz := platform.now();
  employer constant uuid := platform.employer();
  reporter constant uuid := platform.person();
  incident_id constant uuid := (report ->> 'incidentId')::uuid;
  location constant uuid := (report ->> 'locationId')::uuid;
  room constant uuid := (report ->> 'roomId')::uuid;
  own_team uuid;
  response_hours integer;
  matrix_version integer;
begin
  -- Everything that is asked of the organisation, at once. The term of the response is the employer's own, else the usual one.
  select
    array_remove(array[
      case when location is not null and not exists (
        select from organisation.location l
        where l.id = location and l.employer_id = employer and (l.ended_at is null or l.ended_at > at)) then '/place/locationId' end,
      case when room is not null and not exists (
        select from organisation.room o
        where o.id = room and o.employer_id = employer and o.location_id = location and (o.ended_at is null or o.ended_at > at)) then '/place/roomId' end],
      null),
    incident.team_of(reporter, at),
    coalesce((select (e.settings ->> 'responseHours')::integer from organisation.employer e where e.id = employer),
      (report ->> 'responseHours')::integer),
    -- Version 1 comes with the program, and is only kept apart once somebody changes or reads it.
    coalesce((select max(m.version) from protocol.matrix_version m where m.employer_id = employer), 1)
  into unknown, own_team, response_hours, matrix_version;
  if jsonb_array_length(report -> 'colleagues') > 0 then
    unknown := unknown || incident.unknown_colleagues(report -> 'colleagues', at);
  end if;
  if unknown = '{}' then
    state := 'reported';
    reported_at := at;
    number := incident.next_number(employer, at);
    insert into incident.incident (
      id, employer_id, number, kind, severity, form, matrix_columns, state, target, occurred_at, occurred_precision, reported_at,
      reporter_id, team_id, place_kind, location_id, room_id, is_unsafe, is_injured, person_gone, actions, needs, route,
      matrix_version, response_due_at)
    select incident_id, employer, number, r.kind, r.severity, r.form, r.columns, state, r.target, r."occurredAt",
      r."occurredPrecision", at, reporter, case when r."firstVictimId" <> reporter then incident.team_of(r."firstVictimId", at) else own_team end, r."placeKind",
      r."locationId", r."roomId", r."isUnsafe", r."isInjured", r."personGone", r.actions, r.needs, r.route,
      case when r."responseHours" is not null then matrix_version end,
      case when r."responseHours" is not null then r."occurredAt" + make_interval(hours => response_hours) end
    from jsonb_to_record(report) as r (
      kind text, severity text, form text, columns text[], target text, "occurredAt" timestamptz, "occurredPrecision" text,
      "firstVictimId" uuid, "placeKind" text, "locationId" uuid, "roomId" uuid, "isUnsafe" boolean, "isInjured" boolean,
      "personGone" boolean, actions text[], needs text[], route text, "responseHours" integer)
    on conflict do nothing;
    outcome := case when found then 'taken-in' end;
  end if;

  -- A device that got no answer sends the same report again, perhaps after weeks, when a desk named in it is no longer there.
  if outcome is null then
    select i.number, i.state, i.reported_at into number, state, reported_at
    from incident.incident i where i.id = incident_id and i.reporter_id = reporter;
    outcome := case when found then 'known' when unknown <> '{}' then 'unknown-names' else 'id-in-use' end;
    return;
  end if;

  perform incident.lay_down(report, organisation.role_subject(own_team, 'manager'), sealed_story, sealed_aggressor, sealed_child, sealed_place);
  insert into platform.dossier_key (incident_id, employer_id, wrapped) values (incident_id, employer, dossier_key);

  if report ->> 'draftId' is not null then
    delete from incident.draft d where d.id = (report ->> 'draftId')::uuid and d.person_id = reporter;
  end if;
end $$;

-- The log of looks and changes is for those who act on the dossier.
create or replace function platform.may_read_log_of(incident uuid) returns boolean
  language sql stable parallel safe
  return incident.may(incident, 256);

-- What those concerned may know of the work on their incident: which promises to them are still open, who keeps them and when.
-- The tasks themselves (records, explanations, what else is done) are not theirs to see.
create function incident.promises(of_incident uuid)
  returns table (task_id uuid, code text, owner_role text, owner_name text, due_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
as $$
  select t.id, t.code, t.owner_role, p.given_name, t.due_at
  from incident.task t
  left join organisation.person p on p.id = t.owner_subject_id
  where t.incident_id = of_incident and t.state = 'open' and t.tells_reporter and incident.may(of_incident, 128)
  order by t.due_at, t.position
$$;

-- The first screen is for anybody, before anyone is known: a name and the telephone of a function, never of a person.
-- With several employers in one installation it names none, unless they are demonstrations: then the oldest.
create function incident.first_screen()
  returns table (organisation_name text, duty_number text, is_demonstration boolean, needs_setup boolean)
  language sql stable security definer set search_path = pg_catalog
as $$
  with shown as (
    select e.name, e.settings ->> 'dutyNumber' as duty_number, e.is_demonstration
    from organisation.employer e
    where e.is_demonstration or (select count(*) from organisation.employer) = 1
    order by e.created_at, e.id limit 1
  )
  select (select s.name from shown s), (select s.duty_number from shown s),
    coalesce((select s.is_demonstration from shown s), false), not exists (select from organisation.employer)
$$;

revoke execute on function incident.lay_down, incident.promises, incident.first_screen from public;
grant execute on function incident.lay_down, incident.promises, incident.first_screen to rugdekking_app;
