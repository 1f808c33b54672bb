-- What a team may learn from an incident without knowing whom it was about: a few sentences without names, which everybody to whom
-- it happened said yes to. And what a colleague who is about to meet somebody must know: the agreed approach, never the story.

-- The current text of a dossier; its history stands in summary_version. Who may read it is decided by what those concerned said:
-- shared_at and in_library are kept by settle_summary, nobody writes them by hand.
create table incident.team_summary (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null unique references incident.incident (id) on delete cascade,
  team_id uuid,
  version integer not null check (version >= 1),
  shared_at timestamptz,
  in_library boolean not null default false,
  discussed_on date,
  discussed_by uuid references organisation.person (id),
  check (shared_at is not null or not in_library),
  check ((discussed_on is null) = (discussed_by is null))
);
comment on column incident.team_summary.team_id is 'whose meeting it is for; null: there is no team, so only the library is left';
create index team_summary_of_team on incident.team_summary (team_id, shared_at desc, id desc) where shared_at is not null;
create index team_summary_in_library on incident.team_summary (employer_id, shared_at desc, id desc) where in_library;

create table incident.summary_version (
  incident_id uuid not null references incident.team_summary (incident_id) on delete cascade,
  version integer not null check (version >= 1),
  employer_id uuid not null,
  written_by uuid not null references organisation.person (id),
  written_at timestamptz not null,
  sealed_text bytea not null,
  primary key (incident_id, version)
);

create table incident.summary_answer (
  incident_id uuid not null,
  version integer not null,
  person_id uuid not null references organisation.person (id),
  employer_id uuid not null,
  answer text not null check (answer in ('good', 'otherwise', 'not')),
  in_library boolean not null,
  answered_at timestamptz not null,
  sealed_words bytea,
  primary key (incident_id, version, person_id),
  foreign key (incident_id, version) references incident.summary_version (incident_id, version) on delete cascade,
  check (answer = 'good' or not in_library)
);

-- Who decides: each to whom it happened; the reporter where it happened to nobody in person. SECURITY DEFINER: asked by triggers,
-- and by one of those concerned, who need not see everybody else.
create function incident.summary_deciders(of_incident uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select array_agg(distinct v.person_id) from incident.involved v
     where v.incident_id = of_incident and v.role = 'victim' and v.employer_id = platform.employer()),
    (select array_agg(i.reporter_id) from incident.incident i
     where i.id = of_incident and i.employer_id = platform.employer()),
    '{}')
$$;

-- Shared while everybody who decides said yes to the text as it stands now. One who was added later, a changed text, a "no"
-- afterwards: each takes it away from its readers at once.
create function incident.settle_summary(of_incident uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  deciders uuid[] := incident.summary_deciders(of_incident);
  agreed bigint;
  also_library bigint;
begin
  select count(*), count(*) filter (where a.in_library) into agreed, also_library
  from incident.team_summary s
  join incident.summary_answer a on a.incident_id = s.incident_id and a.version = s.version
  join incident.incident i on i.id = s.incident_id and i.state <> 'corrected'
  where s.incident_id = of_incident and a.answer = 'good' and a.person_id = any (deciders);
  update incident.team_summary
  set shared_at = case when agreed > 0 and agreed = cardinality(deciders) then coalesce(shared_at, platform.now()) end,
      in_library = agreed > 0 and also_library = cardinality(deciders)
  where incident_id = of_incident;
end $$;

create function incident.settle_summary_of_row() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform incident.settle_summary(case when tg_op = 'DELETE' then old.incident_id else new.incident_id end);
  return null;
end $$;

create function incident.settle_summary_of_incident() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform incident.settle_summary(new.id);
  return null;
end $$;

create trigger settle_summary after insert or update on incident.summary_answer
  for each row execute function incident.settle_summary_of_row();
create trigger settle_summary after update on incident.team_summary for each row
  when (old.version <> new.version) execute function incident.settle_summary_of_row();
create trigger settle_summary_of_more_victims after insert on incident.involved for each row
  when (new.role = 'victim') execute function incident.settle_summary_of_row();
create trigger settle_summary_of_fewer_victims after delete on incident.involved for each row
  when (old.role = 'victim') execute function incident.settle_summary_of_row();
create trigger settle_summary_when_corrected after update on incident.incident for each row
  when (old.state <> new.state and new.state = 'corrected') execute function incident.settle_summary_of_incident();

-- The teams a person belongs to now, and those they answer for as a manager or a manager's deputy.
create function incident.my_teams() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select array(
    select m.team_id from organisation.membership m
    join organisation.person p on p.id = m.person_id and (p.ended_at is null or p.ended_at > platform.now())
    where m.person_id = platform.person() and m.employer_id = platform.employer()
      and m.since <= platform.now() and (m.until is null or m.until > platform.now())
    union
    select h.team_id from organisation.holdings_of(platform.person(), platform.now()) h
    where h.role = 'manager' and h.employer_id = platform.employer())
$$;

-- The library is for colleagues: not for who works here for another employer, nor for who only came by a personal link.
create function incident.is_colleague() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from organisation.person p
    where p.id = platform.person() and p.employer_id = platform.employer() and p.kind <> 'guest' and not p.is_by_link
      and (p.ended_at is null or p.ended_at > platform.now()))
$$;

revoke execute on function incident.summary_deciders, incident.settle_summary, incident.settle_summary_of_row,
  incident.settle_summary_of_incident, incident.my_teams, incident.is_colleague from public;
grant execute on function incident.summary_deciders, incident.my_teams, incident.is_colleague
  to rugdekking_app, rugdekking_worker;

do $$
declare t text;
begin
  foreach t in array array['team_summary', 'summary_version', 'summary_answer'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, delete on incident.%I to rugdekking_worker', t);
  end loop;
end $$;

-- Read by who follows it up, by those concerned, and once it is shared by the team or by every colleague.
grant select, insert, update (version, discussed_on, discussed_by) on incident.team_summary to rugdekking_app;
create policy seen on incident.team_summary for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    shared_at is not null and (
      team_id = any ((select incident.my_teams())::uuid[]) or in_library and (select incident.is_colleague()))
    or incident.may(incident_id, 256 | 512)));
create policy written on incident.team_summary for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and shared_at is null and not in_library and discussed_on is null
    and incident.may(incident_id, 256));
create policy rewritten_or_discussed on incident.team_summary for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (incident.may(incident_id, 256)
    or shared_at is not null
      and organisation.role_subject(team_id, 'manager') = any ((select platform.grantees())::uuid[])))
  with check (employer_id = (select platform.employer())
    and (discussed_by is null or discussed_by = (select platform.person()) or incident.may(incident_id, 256)));

-- The manager of the team marks it as discussed; another text comes from who follows it up.
create function incident.only_leads_rewrite() returns trigger
language plpgsql as $$
begin
  if not incident.may(new.incident_id, 256) then
    raise exception 'only who follows it up writes a summary' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function incident.only_leads_rewrite from public;
create trigger only_leads_rewrite before update on incident.team_summary for each row
  when (old.version <> new.version) execute function incident.only_leads_rewrite();

-- Earlier texts are for who wrote and judged them.
grant select, insert on incident.summary_version to rugdekking_app;
create policy seen on incident.summary_version for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    incident.may(incident_id, 256 | 512)
    or exists (select from incident.team_summary s
      where s.incident_id = summary_version.incident_id and s.version = summary_version.version and s.shared_at is not null)));
create policy written on incident.summary_version for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and written_by = (select platform.person())
    and incident.may(incident_id, 256));

-- What somebody answered is between them and who follows it up.
grant select, insert, update (answer, in_library, answered_at, sealed_words) on incident.summary_answer to rugdekking_app;
create policy seen on incident.summary_answer for select to rugdekking_app
  using (employer_id = (select platform.employer())
    and (person_id = (select platform.person()) or incident.may(incident_id, 256)));
create policy given_by_self on incident.summary_answer for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and incident.may(incident_id, 512));
create policy changed_by_self on incident.summary_answer for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
