-- Whom the subjects of grants stand for at a moment: the people themselves, who hold a role, and who stand in for those.
-- Only for telling people that something changed. What somebody may see is asked the other way round, by grantees_of.

create function incident.people_behind(subjects uuid[], at timestamptz) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  with subject as (
    select s.* from organisation.subject s where s.id = any (subjects) and s.employer_id = platform.employer()
  ), held (person_id, holding_id) as (
    select h.person_id, h.id from subject s
    join organisation.role_holding h on h.employer_id = s.employer_id and h.role = s.role and h.team_id is not distinct from s.team_id
    where s.person_id is null and h.since <= at and (h.until is null or h.until > at)
  ), found (person_id) as (
    select s.person_id from subject s where s.person_id is not null
    union
    select h.person_id from held h
    union
    select d.deputy_person_id from held h
    join organisation.deputyship d on d.absent_person_id = h.person_id
    where (d.role_holding_id is null or d.role_holding_id = h.holding_id) and d.since <= at and d.until > at
  )
  select coalesce(array_agg(p.id), '{}') from found f
  join organisation.person p on p.id = f.person_id
  where p.ended_at is null or p.ended_at > at
$$;

create function incident.who_see(of_incident uuid, at timestamptz) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select incident.people_behind(array(
    select g.grantee_id from incident.access_grant g
    where g.incident_id = of_incident and g.employer_id = platform.employer()), at)
$$;

revoke execute on function incident.people_behind, incident.who_see from public;
grant execute on function incident.people_behind, incident.who_see to rugdekking_app, rugdekking_worker;

-- What somebody is to whoever makes contact: the one it happened to ('concerned'; the reporter where nobody is a victim), somebody
-- else on the dossier ('other'), or nobody. Whoever has only the task to call need not see everybody on the dossier to ask it.
create function incident.concern_of(of_incident uuid, of_person uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case
    when bool_or(i.role = 'victim') then 'concerned'
    when bool_or(i.role = 'reporter') and not exists (
      select from incident.involved v where v.incident_id = of_incident and v.role = 'victim') then 'concerned'
    when bool_or(i.role in ('reporter', 'witness')) then 'other' end
  from incident.involved i
  where i.incident_id = of_incident and i.person_id = of_person and i.employer_id = platform.employer()
    and (i.person_id = platform.person() or incident.may(of_incident, 256 | 2048))
$$;
revoke execute on function incident.concern_of from public;
grant execute on function incident.concern_of to rugdekking_app, rugdekking_worker;

-- Whom a task "speak to your colleague" is about, for whoever has that task: the first victim, else the reporter.
create function incident.first_concerned(of_incident uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select i.person_id from incident.involved i
  where i.incident_id = of_incident and i.employer_id = platform.employer() and i.person_id is not null
    and incident.may(of_incident, 256 | 2048)
    and i.role in ('victim', 'reporter') and i.person_id is distinct from platform.person()
  order by i.role = 'victim' desc, i.added_at, i.id limit 1
$$;
revoke execute on function incident.first_concerned from public;
grant execute on function incident.first_concerned to rugdekking_app, rugdekking_worker;

-- "What waits for me": the chains that came to somebody and are not taken up.
create index chain_waiting_for on incident.chain (told_person_id) where state = 'waiting';

-- Correcting a report destroys its key in the same transaction: from that moment nobody reads a word of it.
grant delete on platform.dossier_key to rugdekking_app;
create policy only_of_a_corrected_report on platform.dossier_key as restrictive for delete to rugdekking_app
  using (exists (select from incident.incident i where i.id = incident_id and i.state = 'corrected'));
