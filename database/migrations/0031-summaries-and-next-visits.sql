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

-- Who decides: each to whom it happened; the reporter where it happened to nobody in person. For the triggers only.
create function incident.summary_deciders(of_incident uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select array_agg(distinct v.person_id) from incident.involved v
     where v.incident_id = of_incident and v.role = 'victim' and v.employer_id = platform.employer()),
    (select array_agg(i.reporter_id) from incident.incident i
     where i.id = of_incident and i.employer_id = platform.employer()),
    '{}')
$$;

-- Whether somebody decides: oneself, or whom who follows it up asks about. SECURITY DEFINER: one of those concerned need not see
-- everybody else.
create function incident.decides_summary(of_incident uuid, of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select (of_person = platform.person() or incident.may(of_incident, 256))
    and of_person = any (incident.summary_deciders(of_incident))
$$;

-- Shared while everybody who decides said yes to the text as it stands now. One who was added later, a changed text, a "no"
-- afterwards: each takes it away from its readers at once.
create function incident.settle_summary(of_incident uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  deciders uuid[];
  agreed bigint;
  also_library bigint;
begin
  -- Two who say yes at the same moment: the second counts after the first.
  perform from incident.team_summary where incident_id = of_incident for update;
  if not found then
    return;
  end if;
  deciders := incident.summary_deciders(of_incident);
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

revoke execute on function incident.summary_deciders, incident.decides_summary, incident.settle_summary, incident.settle_summary_of_row,
  incident.settle_summary_of_incident, incident.my_teams, incident.is_colleague from public;
grant execute on function incident.decides_summary, incident.my_teams, incident.is_colleague
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

-- How colleagues meet somebody the next time, agreed on the dossier: "with two, at the office". Ends by itself. Whoever is about to
-- meet somebody asks with a whole name and a date of birth or an address, and hears the agreement or nothing: there is no register.

create table incident.approach (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  -- Set right: the person leaves the dossier, and this goes along in the same moment.
  involved_id uuid not null references incident.involved (id) on delete cascade,
  ways text[] not null check (ways <@ array['with_two', 'at_office', 'desk_with_glass', 'ask_security', 'phone_only']),
  sealed_words bytea,
  agreed_by uuid not null references organisation.person (id),
  agreed_at timestamptz not null,
  valid_until date not null,
  ended_at timestamptz,
  ended_by uuid references organisation.person (id),
  check (ended_at is not null or sealed_words is not null or cardinality(ways) > 0),
  check (ended_by is null or ended_at is not null)
);
comment on column incident.approach.ended_by is 'null once ended: its last day went by';
create unique index approach_in_force on incident.approach (incident_id) where ended_at is null;
create index approach_of_incident on incident.approach (incident_id, agreed_at desc);
create index approach_of_person on incident.approach (involved_id);

-- Keyed fingerprints of a name with a date of birth, and of a name with an address. No request reads them.
create table incident.approach_key (
  approach_id uuid not null references incident.approach (id) on delete cascade,
  employer_id uuid not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  primary key (approach_id, fingerprint)
);
create index approach_key_same on incident.approach_key (employer_id, fingerprint);

-- Who asked, when and what for. For whom they asked is kept only where there was an agreement: with that dossier.
create table incident.visit_look (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null references organisation.person (id),
  at timestamptz not null,
  purpose text not null check (purpose in ('counter', 'home_visit', 'phone', 'other')),
  incident_id uuid references incident.incident (id) on delete set null,
  is_found boolean not null
);
create index visit_look_newest on incident.visit_look (employer_id, at desc, id desc);
create index visit_look_of_incident on incident.visit_look (incident_id, at desc, id desc) where incident_id is not null;

do $$
declare t text;
begin
  foreach t in array array['approach', 'approach_key', 'visit_look'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, delete on incident.%I to rugdekking_worker', t);
  end loop;
end $$;
grant update (ended_at, sealed_words) on incident.approach to rugdekking_worker;

grant select, insert, update (ended_at, ended_by, sealed_words) on incident.approach to rugdekking_app;
create policy of_who_leads on incident.approach for select to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256));
create policy agreed on incident.approach for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and agreed_by = (select platform.person()) and ended_at is null
    and incident.may(incident_id, 256));
create policy ended on incident.approach for update to rugdekking_app
  using (employer_id = (select platform.employer()) and ended_at is null and incident.may(incident_id, 256))
  with check (employer_id = (select platform.employer()) and ended_by = (select platform.person()));

-- The coordinator sees everybody who asked; who leads a dossier, who asked about it; each what they asked themselves.
grant select, insert on incident.visit_look to rugdekking_app;
create policy seen on incident.visit_look for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) or (select incident.coordinates())
    or incident_id is not null and incident.may(incident_id, 256)));
create policy own on incident.visit_look for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

-- By what an agreement is found. SECURITY DEFINER: nobody reads or writes the fingerprints themselves.
create function incident.make_findable(of_approach uuid, keys bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_incident uuid := (select a.incident_id from incident.approach a
    where a.id = of_approach and a.employer_id = platform.employer() and a.ended_at is null);
begin
  if of_incident is null or not incident.may(of_incident, 256) then
    raise exception 'only who follows it up says by what an agreement is found' using errcode = 'insufficient_privilege';
  end if;
  delete from incident.approach_key where approach_id = of_approach;
  insert into incident.approach_key (approach_id, employer_id, fingerprint)
  select of_approach, platform.employer(), key from unnest(keys) as key on conflict do nothing;
end $$;

create function incident.no_longer_findable() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from incident.approach_key where approach_id = new.id;
  return null;
end $$;
create trigger no_longer_findable after update on incident.approach for each row
  when (old.ended_at is null and new.ended_at is not null) execute function incident.no_longer_findable();

-- For a colleague who holds the whole name and a date of birth or an address: nobody makes these keys without them.
-- SECURITY DEFINER, because a colleague sees no dossier; it gives the agreement and whom to ask, and nothing else of it.
create function incident.approaches_for(keys bytea[], on_day date)
  returns table (approach_id uuid, incident_id uuid, ways text[], sealed_words bytea, valid_until date, given_name text,
    family_name text, person_id uuid, phone text, is_gone boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (a.agreed_at, a.id) a.id, a.incident_id, a.ways, a.sealed_words, a.valid_until, p.given_name, p.family_name,
    p.id, p.phone, p.ended_at is not null and p.ended_at <= platform.now()
  from incident.approach_key k
  join incident.approach a on a.id = k.approach_id and a.ended_at is null and a.valid_until >= on_day
  join incident.incident i on i.id = a.incident_id and i.state <> 'corrected'
  join organisation.person p on p.id = a.agreed_by
  where k.employer_id = platform.employer() and k.fingerprint = any (keys) and incident.is_colleague()
  order by a.agreed_at desc, a.id desc
$$;

revoke execute on function incident.make_findable, incident.no_longer_findable, incident.approaches_for from public;
grant execute on function incident.make_findable, incident.approaches_for to rugdekking_app;
