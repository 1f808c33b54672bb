-- Who is who: employers, places, teams, people, the roles they hold and who stands in for whom.
-- Periods are half open: a row counts from `since` up to, not including, `until`; no `until` means it goes on.

create schema organisation;
grant usage on schema organisation to rugdekking_app, rugdekking_worker;

create table organisation.employer (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  sector text not null check (sector in ('municipality', 'transport', 'education', 'care', 'youth', 'benefits')),
  -- Only what differs from the words of the sector: { "nl": { "counter": "loket" }, "en": { … } }.
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object'),
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  is_demonstration boolean not null default false,
  created_at timestamptz not null
);
comment on table organisation.employer is 'The tenant. Its own id is the employer: row-level security compares id.';

create table organisation.location (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  name text not null check (length(name) between 1 and 120),
  address text not null default '' check (length(address) <= 200),
  ended_at timestamptz,
  unique (employer_id, id)
);
create unique index location_name_in_use on organisation.location (employer_id, lower(name)) where ended_at is null;

create table organisation.room (
  id uuid primary key,
  employer_id uuid not null,
  location_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('desk', 'interview_room', 'hall', 'office')),
  ended_at timestamptz,
  unique (employer_id, id),
  foreign key (employer_id, location_id) references organisation.location (employer_id, id)
);
create unique index room_name_in_use on organisation.room (location_id, lower(name)) where ended_at is null;

create table organisation.team (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  name text not null check (length(name) between 1 and 120),
  parent_team_id uuid check (parent_team_id <> id),
  location_id uuid,
  ended_at timestamptz,
  unique (employer_id, id),
  foreign key (employer_id, parent_team_id) references organisation.team (employer_id, id),
  foreign key (employer_id, location_id) references organisation.location (employer_id, id)
);
create unique index team_name_in_use on organisation.team (employer_id, lower(name)) where ended_at is null;

create table organisation.person (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  given_name text not null check (length(given_name) between 1 and 80),
  -- With its prefix, as it is written: "de Boer".
  family_name text not null check (length(family_name) between 1 and 80),
  email text check (email = lower(email) and length(email) between 3 and 254),
  phone text check (phone ~ '^\+?[0-9 ()-]{3,24}$'),
  job_title text not null default '' check (length(job_title) <= 120),
  kind text not null default 'employee' check (kind in ('employee', 'guest', 'office_holder', 'volunteer')),
  -- The employer a guest comes from; that employer need not be a customer.
  home_employer_name text check (length(home_employer_name) between 1 and 120),
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null,
  ended_at timestamptz,
  -- "de Boer" is found under the B, "Öztürk" by typing "ozturk".
  sort_name text not null generated always as (
    lower(regexp_replace(normalize(regexp_replace(family_name, '^([[:lower:]''’]+[[:space:]]+)+', '') || ' ' || given_name, nfd), '[\u0300-\u036f]', '', 'g'))
  ) stored,
  search_name text not null generated always as (
    lower(regexp_replace(normalize(given_name || ' ' || family_name, nfd), '[\u0300-\u036f]', '', 'g'))
  ) stored,
  unique (employer_id, id),
  check ((kind = 'guest') = (home_employer_name is not null))
);
create unique index person_email on organisation.person (employer_id, email);
create index person_by_email on organisation.person (email);
create index person_by_sort_name on organisation.person (employer_id, sort_name, id);

create table organisation.membership (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  team_id uuid not null,
  since timestamptz not null,
  until timestamptz check (until >= since),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, team_id) references organisation.team (employer_id, id)
);
create unique index membership_open on organisation.membership (person_id, team_id) where until is null;
create index membership_by_person on organisation.membership (person_id, since);
create index membership_by_team on organisation.membership (team_id, person_id);

create table organisation.role_holding (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('manager', 'coordinator', 'reception', 'prevention_worker', 'peer_supporter',
    'confidential_adviser', 'leadership', 'administrator', 'privacy_officer', 'griffier', 'mayor')),
  team_id uuid,
  since timestamptz not null,
  until timestamptz check (until >= since),
  unique (employer_id, id),
  check ((role = 'manager') = (team_id is not null)),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, team_id) references organisation.team (employer_id, id)
);
create unique index role_holding_open on organisation.role_holding (person_id, role, team_id) nulls not distinct
  where until is null;
create index role_holding_by_person on organisation.role_holding (person_id);
create index role_holding_by_role on organisation.role_holding (employer_id, role, team_id);

-- Standing in for someone during a period: for every role the absent person holds, or for one holding only.
-- A deputy gets the roles, never what belongs to the absent person alone (their own incidents).
create table organisation.deputyship (
  id uuid primary key,
  employer_id uuid not null,
  absent_person_id uuid not null,
  role_holding_id uuid,
  deputy_person_id uuid not null check (deputy_person_id <> absent_person_id),
  since timestamptz not null,
  until timestamptz not null check (until >= since),
  created_by uuid,
  created_at timestamptz not null,
  unique (employer_id, id),
  foreign key (employer_id, absent_person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, role_holding_id) references organisation.role_holding (employer_id, id),
  foreign key (employer_id, deputy_person_id) references organisation.person (employer_id, id)
);
create index deputyship_by_deputy on organisation.deputyship (deputy_person_id, until);
create index deputyship_by_absent on organisation.deputyship (absent_person_id, until);

-- Without a person: the hours of the employer. One row of a person replaces that whole week for them.
create table organisation.working_hours (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  person_id uuid,
  weekday smallint not null check (weekday between 1 and 7), -- ISO: Monday is 1
  opens time not null,
  closes time not null check (closes > opens),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
create unique index working_hours_once on organisation.working_hours (employer_id, person_id, weekday, opens) nulls not distinct;

-- That someone is away, never why: a reason would soon be health data.
create table organisation.absence (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz not null check (until >= since),
  unique (employer_id, id),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
create index absence_by_person on organisation.absence (person_id, until);

-- The stable things a grant on a dossier points to. A change of manager rewrites no grant.
create table organisation.subject (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  kind text not null check (kind in ('person', 'team_role', 'employer_role')),
  person_id uuid check (person_id = id),
  team_id uuid,
  role text,
  unique (employer_id, id),
  check ((kind = 'person') = (person_id is not null)),
  check ((kind = 'team_role') = (team_id is not null)),
  check ((kind = 'person') = (role is null)),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, team_id) references organisation.team (employer_id, id)
);

-- The id of a role's subject follows from the team or employer and the role, so nobody has to look it up.
create function organisation.role_subject(team_or_employer uuid, role text) returns uuid
  language sql immutable parallel safe
  return encode(substr(sha256((team_or_employer::text || ':' || role)::bytea), 1, 16), 'hex')::uuid;

create function organisation.add_person_subject() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into organisation.subject (id, employer_id, kind, person_id) values (new.id, new.employer_id, 'person', new.id);
  return null;
end $$;

create function organisation.add_team_subject() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into organisation.subject (id, employer_id, kind, team_id, role)
  values (organisation.role_subject(new.id, 'manager'), new.employer_id, 'team_role', new.id, 'manager');
  return null;
end $$;

create function organisation.add_employer_subjects() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into organisation.subject (id, employer_id, kind, role)
  select organisation.role_subject(new.id, role), new.id, 'employer_role', role
  from unnest(array['coordinator', 'reception', 'prevention_worker', 'peer_supporter', 'confidential_adviser',
    'leadership', 'administrator', 'privacy_officer', 'griffier', 'mayor']) as role;
  return null;
end $$;

create trigger add_subject after insert on organisation.person
  for each row execute function organisation.add_person_subject();
create trigger add_subject after insert on organisation.team
  for each row execute function organisation.add_team_subject();
create trigger add_subjects after insert on organisation.employer
  for each row execute function organisation.add_employer_subjects();

-- The holdings a person answers for at a moment: their own, and those of whom they stand in for, also along a chain.
-- PL/pgSQL because it keeps its plan: this runs in every request.
create function organisation.holdings_of(person uuid, at timestamptz)
  returns table (id uuid, employer_id uuid, role text, team_id uuid, holder_id uuid)
  language plpgsql stable security definer set search_path = '' rows 4
as $$
#variable_conflict use_column
begin
  -- Nearly everybody stands in for nobody at this moment, and every request asks.
  if not exists (select from organisation.deputyship d where d.deputy_person_id = person and d.since <= at and d.until > at) then
    return query
    select h.id, h.employer_id, h.role, h.team_id, h.person_id
    from organisation.role_holding h
    join organisation.person p on p.id = h.person_id
    where h.person_id = person and h.since <= at and (h.until is null or h.until > at) and (p.ended_at is null or p.ended_at > at);
    return;
  end if;
  return query
  with recursive covered (person_id) as (
    select p.id from organisation.person p where p.id = person and (p.ended_at is null or p.ended_at > at)
    union
    select d.absent_person_id
    from covered c
    join organisation.deputyship d on d.deputy_person_id = c.person_id
    where d.role_holding_id is null and d.since <= at and d.until > at
  ), answered (holding_id) as (
    select h.id from covered c join organisation.role_holding h on h.person_id = c.person_id
    union
    select d.role_holding_id
    from covered c
    join organisation.deputyship d on d.deputy_person_id = c.person_id
    where d.role_holding_id is not null and d.since <= at and d.until > at
  )
  select h.id, h.employer_id, h.role, h.team_id, h.person_id
  from answered a
  join organisation.role_holding h on h.id = a.holding_id
  where h.since <= at and (h.until is null or h.until > at);
end $$;

-- Every subject a person may act as at a moment. Somebody who left is nobody.
create function organisation.grantees_of(person uuid, at timestamptz) returns uuid[]
  language sql stable security definer set search_path = ''
as $$
  select array(
    select p.id from organisation.person p where p.id = person and (p.ended_at is null or p.ended_at > at)
    union
    select organisation.role_subject(coalesce(h.team_id, h.employer_id), h.role)
    from organisation.holdings_of(person, at) h
  )
$$;

-- Whether anybody has set this installation up; asked before anyone is known.
create function organisation.is_set_up() returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from organisation.employer);

-- The employers whose cast may be stepped into; asked before anyone is known.
create function organisation.demonstration_employers() returns table (id uuid, name text)
  language sql stable security definer set search_path = ''
as $$ select e.id, e.name from organisation.employer e where e.is_demonstration order by e.created_at, e.id $$;

do $$
declare
  name text;
begin
  foreach name in array array['employer', 'location', 'room', 'team', 'person', 'membership', 'role_holding', 'deputyship',
    'working_hours', 'absence', 'subject'] loop
    execute format('alter table organisation.%I enable row level security', name);
    execute format('alter table organisation.%I force row level security', name);
    execute format('create policy %I on organisation.%I to rugdekking_app, rugdekking_worker using (%I = (select platform.employer()))',
      name || '_of_own_employer', name, case name when 'employer' then 'id' else 'employer_id' end);
    -- The owner runs migrations and the security definer functions above; nobody signs in as the owner.
    execute format('create policy %I on organisation.%I to current_user using (true)', name || '_for_owner', name);
    execute format('grant select on organisation.%I to rugdekking_app, rugdekking_worker', name);
    if name <> 'subject' then
      execute format('grant insert on organisation.%I to rugdekking_app', name);
    end if;
  end loop;
end $$;
-- Only what changes: whose a row is, who holds a role and whether this is a demonstration, is said once.
grant update (name, sector, words, settings) on organisation.employer to rugdekking_app;
grant update (name, address, ended_at) on organisation.location to rugdekking_app;
grant update (name, kind, ended_at) on organisation.room to rugdekking_app;
grant update (name, parent_team_id, location_id, ended_at) on organisation.team to rugdekking_app;
grant update (given_name, family_name, email, phone, job_title, kind, home_employer_name, language, ended_at)
  on organisation.person to rugdekking_app;
grant update (until) on organisation.membership, organisation.role_holding, organisation.deputyship, organisation.absence
  to rugdekking_app;
grant delete on organisation.working_hours to rugdekking_app;

revoke execute on function organisation.holdings_of, organisation.grantees_of, organisation.is_set_up,
  organisation.demonstration_employers, organisation.add_person_subject, organisation.add_team_subject,
  organisation.add_employer_subjects from public;
grant execute on function organisation.holdings_of, organisation.grantees_of, organisation.is_set_up,
  organisation.demonstration_employers to rugdekking_app, rugdekking_worker;
