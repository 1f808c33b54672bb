-- What happened, who is concerned, who has it and what is still to do.
-- Who may see what is decided here. A row of incident.access_grant says: these grantees may see these parts of this incident.
-- Grants are kept by triggers from what is true on the dossier (who reported, who leads, who has an open task); nobody writes them by hand.
-- The parts are bits; server/incident/incident-access.ts holds the same table and a test compares the two:
--   1 header · 2 place · 4 people · 8 narrative · 16 aggressor · 32 tasks · 64 timeline · 128 steps in plain words
--   256 act · 512 others' accounts once your own is given · 1024 decide
--   2048 carry out: record the contact or the response, for whoever was given that task

-- Every row carries its employer for the wall; that the employer is the dossier's own is held by who may see the dossier.
-- What every report has in common (the person, their team, the place) is not referred to by foreign keys: reports that come in
-- at once would all lock the same rows. The intake looks whether they are there, and nobody can delete them.

create schema incident;
grant usage on schema incident to rugdekking_app, rugdekking_worker;

-- The words a dossier is kept in. Domains, because a check on a table is read anew for every report; theirs is kept.
create domain incident.kind as text check (value in ('incident', 'missing_person', 'calamity', 'transgressive', 'social_media'));
create domain incident.severity as text check (value in ('none', 'emotion', 'verbal', 'threat', 'violence'));
create domain incident.form as text check (value in ('written', 'verbal', 'threat', 'physical'));
create domain incident.state as text check (value in ('reported', 'taken_up', 'in_follow_up', 'closed', 'corrected'));
create domain incident.target as text check (value in ('me', 'colleague', 'group', 'office_holder', 'building', 'unknown'));
create domain incident.occurrence_precision as text check (value in ('exact', 'about', 'day'));
create domain incident.place_kind as text check (value in ('location', 'road', 'home_visit', 'phone', 'online', 'letter', 'private_life', 'unknown'));
create domain incident.follow_up_route as text check (value in ('manager', 'coordinator'));
create domain incident.response_way as text check (value in ('letter', 'talk', 'phone', 'email'));
create domain incident.deferral_reason as text check (value in ('unknown_person', 'police_asked', 'dangerous_for_employee'));
create domain incident.correction_reason as text check (value in ('criticism_not_aggression', 'wrong_person', 'reported_by_mistake'));
create domain incident.access_level as text check (value in ('reports', 'suffered', 'witnessed', 'leads', 'leads_own_people', 'coordinates', 'helps'));
create domain incident.involved_role as text check (value in ('reporter', 'victim', 'witness', 'aggressor', 'child'));
create domain incident.aggressor_knowledge as text check (value in ('named', 'described', 'unknown'));
create domain incident.account_state as text check (value in ('asked', 'given', 'declined'));

create table incident.incident (
  id uuid primary key,
  employer_id uuid not null,
  number text not null,
  kind incident.kind not null,
  severity incident.severity not null,
  form incident.form,
  matrix_columns text[] not null default '{}',
  state incident.state not null,
  target incident.target not null,
  occurred_at timestamptz not null,
  occurred_precision incident.occurrence_precision not null,
  reported_at timestamptz not null,
  reporter_id uuid not null,
  team_id uuid,
  place_kind incident.place_kind not null,
  location_id uuid,
  room_id uuid,
  is_unsafe boolean not null,
  is_injured boolean not null,
  person_gone boolean,
  actions text[] not null default '{}',
  needs text[] not null default '{}',
  route incident.follow_up_route not null,
  matrix_version integer,
  playbook_code text,
  playbook_version integer,
  taken_up_by uuid references organisation.person (id),
  taken_up_at timestamptz,
  contact_at timestamptz,
  response_due_at timestamptz,
  response_sent_at timestamptz,
  response_way incident.response_way,
  response_deferred_reason incident.deferral_reason,
  response_review_on date,
  closed_at timestamptz,
  corrected_reason incident.correction_reason,
  unique (employer_id, number),
  check (occurred_at <= reported_at + interval '5 minutes'),
  check (state in ('reported', 'corrected') or taken_up_at is not null),
  check (state <> 'closed' or closed_at is not null)
);
create index incident_response_running on incident.incident (employer_id, response_due_at)
  where response_due_at is not null and response_sent_at is null and state not in ('closed', 'corrected');

create table incident.access_grant (
  employer_id uuid not null,
  incident_id uuid not null,
  grantee_id uuid not null,
  level incident.access_level not null,
  source_id uuid not null,
  parts integer not null,
  reported_at timestamptz not null,
  primary key (incident_id, grantee_id, level, source_id)
);
comment on table incident.access_grant is 'written and deleted by triggers only, so without the cost of a foreign key on every grant';
comment on column incident.access_grant.source_id is 'what gives the grant: the incident, the involved person, the lead or the open task';
create index access_grant_newest on incident.access_grant (grantee_id, reported_at desc, incident_id desc);

-- What the lists of incidents walk: one narrow row for each list on which an incident stands, kept by triggers.
-- A list belongs to a subject: a team's managers, the griffier … for what they lead, the coordinators for everything.
-- Every filter is an equality in front of the newest-first order, so that no combination of filters ever walks the register:
--   nothing → newest · team → by_team · location → by_location · state, severity, kind → by_facets (a page of each code that fits)
--   and the same together with a team, a location or both → by_team_facets, by_location_facets, by_team_location_facets
create table incident.listed (
  employer_id uuid not null,
  incident_id uuid not null,
  list_id uuid not null,
  is_led boolean not null,
  facets smallint not null,
  team_id uuid,
  location_id uuid,
  reported_at timestamptz not null,
  primary key (incident_id, list_id, is_led)
);
comment on column incident.listed.is_led is 'on the list of those who lead it; else on the list of the whole organisation';
create index listed_newest on incident.listed (list_id, is_led, reported_at desc, incident_id desc);
create index listed_by_facets on incident.listed (list_id, is_led, facets, reported_at desc, incident_id desc);
create index listed_by_team on incident.listed (list_id, is_led, team_id, reported_at desc, incident_id desc);
create index listed_by_team_facets on incident.listed (list_id, is_led, team_id, facets, reported_at desc, incident_id desc);
create index listed_by_location on incident.listed (list_id, is_led, location_id, reported_at desc, incident_id desc);
create index listed_by_location_facets on incident.listed (list_id, is_led, location_id, facets, reported_at desc, incident_id desc);
create index listed_by_team_location_facets
  on incident.listed (list_id, is_led, team_id, location_id, facets, reported_at desc, incident_id desc);

-- Somebody on the dossier. A colleague by person_id; anybody else only as a sealed identity.
create table incident.involved (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  role incident.involved_role not null,
  person_id uuid,
  team_subject_id uuid,
  knowledge incident.aggressor_knowledge,
  sealed_identity bytea,
  added_by uuid,
  added_at timestamptz not null,
  check (person_id is not null or role in ('aggressor', 'child')),
  check (role in ('aggressor', 'child') or sealed_identity is null)
);
comment on column incident.involved.team_subject_id is 'the manager''s role of the person''s own team: each manager sees their own people';
create unique index involved_once on incident.involved (incident_id, person_id, role) where person_id is not null;
create index involved_of_incident on incident.involved (incident_id);

-- Who leads the follow-up: one lead, whoever the chain came to while nobody had it yet, and the managers of the other teams
-- for their own people.
create table incident.lead (
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  subject_id uuid not null,
  scope text not null check (scope in ('whole', 'called', 'own_people')),
  since timestamptz not null,
  primary key (incident_id, subject_id)
);

-- What one person tells, in their own words. Never altered once given.
create table incident.account (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null,
  team_subject_id uuid,
  state incident.account_state not null,
  asked_at timestamptz,
  given_at timestamptz,
  sealed_story bytea,
  unique (incident_id, person_id),
  check (sealed_story is null or state = 'given')
);
create index account_asked on incident.account (person_id, asked_at) where state = 'asked';

create table incident.addendum (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  added_at timestamptz not null,
  sealed_text bytea not null
);
create index addendum_of_incident on incident.addendum (incident_id, added_at);

-- The calm details after sending. Every answer is a new row: what was said before stays.
create table incident.detail (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  added_at timestamptz not null,
  codes jsonb not null,
  sealed_texts bytea
);
comment on column incident.detail.codes is 'flags, cause, injuries, damage, police present: codes only';
create index detail_of_incident on incident.detail (incident_id, added_at);

-- Single texts of a dossier that belong to one part: the place in words, the conclusion, what a task recorded.
create table incident.sealed_field (
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  field text not null,
  part integer not null,
  written_by uuid,
  written_at timestamptz not null,
  sealed_text bytea not null,
  primary key (incident_id, field)
);

create table incident.task (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  incident_number text not null,
  code text not null,
  title json,
  explanation json,
  sealed_title bytea,
  position integer not null,
  owner_role text,
  owner_subject_id uuid not null,
  -- Header, place, people, narrative, aggressor, tasks and carrying out: a task never lets anybody act or decide.
  gives_parts integer not null check (gives_parts & ~2111 = 0),
  records json not null default '[]',
  tells_reporter boolean not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  created_at timestamptz not null,
  due_at timestamptz not null,
  overdue_told_at timestamptz,
  overdue_level integer not null default 0,
  finished_at timestamptz,
  finished_by uuid references organisation.person (id),
  sealed_record bytea,
  check ((title is null) <> (sealed_title is null)),
  check ((state = 'open') = (finished_at is null))
);
comment on column incident.task.records is 'json, like the title and the explanation: only ever copied to the screen, never searched';
comment on column incident.task.gives_parts is 'the parts of the dossier its owner may see while it is open';
comment on column incident.task.incident_number is 'kept here too: who has finished a task may no longer see the dossier, but knows which it was';
create index task_open_of_owner on incident.task (owner_subject_id, due_at, id) where state = 'open';
create index task_finished_by on incident.task (finished_by, finished_at desc, id desc) where state <> 'open';
create index task_of_incident on incident.task (incident_id, position);
create index task_due on incident.task (employer_id, due_at) where state = 'open';

-- The escalation chain: who is told now, and when the next one is. Only a person ends it.
create table incident.chain (
  incident_id uuid primary key references incident.incident (id) on delete cascade,
  employer_id uuid not null,
  state text not null check (state in ('waiting', 'paused', 'ended')),
  urgency text not null check (urgency in ('immediate', 'working_time')),
  round integer not null,
  step integer not null,
  told_person_id uuid references organisation.person (id),
  next_at timestamptz,
  contact_due_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'ended') = (next_at is null))
);

-- Who was told, when and in which round; and what they said to it.
create table incident.chain_call (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  role text not null,
  round integer not null,
  step integer not null,
  told_at timestamptz not null
);
create index chain_call_of_incident on incident.chain_call (incident_id, told_at);

create table incident.contact (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  with_person_id uuid not null references organisation.person (id),
  by_person_id uuid not null references organisation.person (id),
  way text not null check (way in ('phone', 'in_person', 'video')),
  reached boolean not null,
  at timestamptz not null,
  sealed_note bytea
);
create index contact_of_incident on incident.contact (incident_id, at);

-- The course of the dossier: one row for each thing that happened, told in plain words on the screen.
create table incident.step (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  at timestamptz not null,
  kind text not null,
  actor_id uuid,
  concerns_id uuid references organisation.person (id),
  data jsonb not null default '{}',
  for_reporter boolean not null
);
comment on column incident.step.data is 'codes, ids and moments only';
create index step_of_incident on incident.step (incident_id, at, id);
create unique index step_first_look on incident.step (incident_id) where kind = 'read';

create table incident.closure (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  closed_at timestamptz not null,
  closed_by uuid not null references organisation.person (id),
  sealed_conclusion bytea not null,
  discussed_on date,
  attendees uuid[] not null default '{}',
  not_discussed_reason text check (not_discussed_reason in ('victim_does_not_want_it', 'no_team', 'too_sensitive', 'other')),
  victim_wish text not null check (victim_wish in ('agrees', 'agrees_without_name', 'does_not_want_it', 'not_reached', 'not_applicable')),
  open_items jsonb not null default '[]',
  reopened_at timestamptz,
  reopened_by uuid references organisation.person (id),
  sealed_reopen_reason bytea,
  check ((discussed_on is null) <> (not_discussed_reason is null))
);
create index closure_of_incident on incident.closure (incident_id, closed_at);

-- A report being made, kept sealed while online. Its maker's own.
create table incident.draft (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  revision integer not null,
  sealed_content bytea not null,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
create index draft_of_person on incident.draft (person_id, saved_at desc);

-- A light note: what need not be reported. No person is named and there is no dossier.
create table incident.note (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  team_id uuid,
  matrix_column text not null,
  is_corrected boolean not null,
  place_kind text not null,
  location_id uuid,
  occurred_at timestamptz not null,
  noted_at timestamptz not null,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, team_id) references organisation.team (employer_id, id),
  foreign key (employer_id, location_id) references organisation.location (employer_id, id)
);
create index note_of_person on incident.note (person_id, noted_at desc, id desc);
create index note_of_employer on incident.note (employer_id, noted_at desc, id desc);

-- Numbers run on per employer, without a lock that would make reports wait for each other.
create function incident.next_number(for_employer uuid, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  sequence_name text := format('incident.number_of_%s', replace(for_employer::text, '-', '_'));
  n bigint;
begin
  if for_employer <> platform.employer() then
    raise exception 'the numbers of another employer are not ours' using errcode = 'insufficient_privilege';
  end if;
  if to_regclass(sequence_name) is null then
    perform pg_advisory_xact_lock(hashtextextended(sequence_name, 0));
    execute format('create sequence if not exists %s', sequence_name);
  end if;
  n := nextval(sequence_name::regclass);
  return to_char(at at time zone 'Europe/Amsterdam', 'YYYY') || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
end $$;

-- An answer to "did I give my own account?" that the policy of the accounts itself can ask without asking itself.
create function incident.has_given_account(of_incident uuid, of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from incident.account
    where incident_id = of_incident and person_id = of_person and state <> 'asked' and employer_id = platform.employer())
$$;

-- State, severity and kind as one code: by which the lists are filtered. server/incident/list-facets.ts counts the same way.
create function incident.facets(state text, severity text, kind text) returns smallint
language sql immutable strict parallel safe
return ((array_position(array['reported', 'taken_up', 'in_follow_up', 'closed', 'corrected'], state) - 1) * 25
      + (array_position(array['none', 'emotion', 'verbal', 'threat', 'violence'], severity) - 1) * 5
      + (array_position(array['incident', 'missing_person', 'calamity', 'transgressive', 'social_media'], kind) - 1))::smallint;

create function incident.grant_from_incident() returns trigger
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
    values
      (new.employer_id, new.id, new.reporter_id, 'reports', new.id, 647, new.reported_at),
      (new.employer_id, new.id, coordinator, 'coordinates', new.id, 1535, new.reported_at)
  )
  insert into incident.listed (employer_id, incident_id, list_id, is_led, facets, team_id, location_id, reported_at)
  values (new.employer_id, new.id, coordinator, false,
          incident.facets(new.state, new.severity, new.kind), new.team_id, new.location_id, new.reported_at);
  return null;
end $$;
create trigger grant_from_incident after insert or delete on incident.incident
  for each row execute function incident.grant_from_incident();

create function incident.move_on_lists() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update incident.listed
  set facets = incident.facets(new.state, new.severity, new.kind), team_id = new.team_id, location_id = new.location_id
  where incident_id = new.id;
  return null;
end $$;
create trigger move_on_lists after update on incident.incident for each row
  when ((old.state, old.severity, old.kind, old.team_id, old.location_id)
        is distinct from (new.state, new.severity, new.kind, new.team_id, new.location_id))
  execute function incident.move_on_lists();

create function incident.grant_from_involved() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    delete from incident.access_grant where incident_id = old.incident_id and source_id = old.id;
  else
    insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
    select new.employer_id, new.incident_id, new.person_id,
           case new.role when 'victim' then 'suffered' else 'witnessed' end, new.id,
           case new.role when 'victim' then 647 else 131 end, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger grant_from_involved after insert on incident.involved for each row
  when (new.role in ('victim', 'witness')) execute function incident.grant_from_involved();
create trigger no_grant_without_involved after delete on incident.involved
  for each row execute function incident.grant_from_involved();

create function incident.grant_from_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    delete from incident.access_grant
    where incident_id = old.incident_id and grantee_id = old.subject_id and level in ('leads', 'leads_own_people');
    delete from incident.listed where incident_id = old.incident_id and list_id = old.subject_id and is_led;
  else
    insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
    select new.employer_id, new.incident_id, new.subject_id,
           case new.scope when 'own_people' then 'leads_own_people' else 'leads' end, new.incident_id,
           case new.scope when 'own_people' then 131 else 511 end, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
    insert into incident.listed (employer_id, incident_id, list_id, is_led, facets, team_id, location_id, reported_at)
    select i.employer_id, i.id, new.subject_id, true, incident.facets(i.state, i.severity, i.kind), i.team_id, i.location_id, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger grant_from_lead after insert or delete on incident.lead
  for each row execute function incident.grant_from_lead();

-- An open task shows its owner what the work needs; done, dropped or handed over, that ends.
create function incident.grant_from_task() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (new.state <> old.state or new.owner_subject_id <> old.owner_subject_id) then
    delete from incident.access_grant
    where incident_id = old.incident_id and grantee_id = old.owner_subject_id and level = 'helps' and source_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.state = 'open' then
    insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
    select new.employer_id, new.incident_id, new.owner_subject_id, 'helps', new.id, new.gives_parts | 1, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger grant_from_task after insert or update or delete on incident.task
  for each row execute function incident.grant_from_task();

-- May the person of this transaction see this part of this incident?
-- PL/pgSQL because it keeps its plan: it is asked for every row that is written. A probe of one key, so one plan fits all.
create function incident.may(of_incident uuid, part integer) returns boolean
language plpgsql stable parallel safe as $$
begin
  return exists (
    select 1 from incident.access_grant g
    where g.incident_id = of_incident and g.grantee_id = any (platform.grantees()) and g.parts & part <> 0);
end $$;

-- Every table: walled off per employer, for jobs too; the owner of the tables (for triggers and migrations) is the one exception.
do $$
declare t text;
begin
  foreach t in array array['incident', 'access_grant', 'listed', 'involved', 'lead', 'account', 'addendum', 'detail', 'sealed_field', 'task',
                           'chain', 'chain_call', 'contact', 'step', 'closure', 'draft', 'note'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    if t not in ('access_grant', 'listed') then
      execute format('grant select, insert, update, delete on incident.%I to rugdekking_worker', t);
    end if;
  end loop;
end $$;
grant select on incident.access_grant, incident.listed to rugdekking_worker, rugdekking_app;

create policy own_grants on incident.access_grant for select to rugdekking_app
  using (employer_id = (select platform.employer()) and grantee_id = any ((select platform.grantees())::uuid[]));

create policy own_lists on incident.listed for select to rugdekking_app
  using (employer_id = (select platform.employer()) and list_id = any ((select platform.grantees())::uuid[]));

-- Of every table a request may change only what changes: never whose it is, who reported it, or what it gives to see.
grant select, insert, update (state, taken_up_by, taken_up_at, contact_at, response_sent_at, response_way, response_deferred_reason,
  response_review_on, closed_at, corrected_reason) on incident.incident to rugdekking_app;
create policy seen_by_grant on incident.incident for select to rugdekking_app
  using (employer_id = (select platform.employer()) and exists (
    select 1 from incident.access_grant g
    where g.incident_id = incident.id and g.grantee_id = any ((select platform.grantees())::uuid[])));
create policy reported_by_self on incident.incident for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and reporter_id = (select platform.person()));
create policy changed_by_those_who_act on incident.incident for update to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(id, 256 | 2048))
  with check (employer_id = (select platform.employer()));

-- The same, for reading. Reading a whole dossier asks it for every row, so incident.dossier asks once and says so for its own
-- statement: which dossier, and which parts. That setting is worth as much as app.grantees, from which it was just reckoned.
-- Written as one expression, so that the planner puts it into the policy itself.
create function incident.sees(of_incident uuid, part integer) returns boolean
language sql stable parallel safe
return case
  when of_incident::text = current_setting('app.dossier', true) then current_setting('app.dossier_parts')::integer & part <> 0
  else incident.may(of_incident, part) end;

-- Who sees which rows. `{32}` stands for: one of the things I am holds a grant on this incident with part 32.
-- `(own people)`: I am the manager of this person's team, and that role was given this incident. Where it was not (the manager is
-- a victim too, or the reporter passed by them), being somebody's manager shows nothing.
do $policies$
declare
  seen record;
  own_people constant text := $$team_subject_id = any ((select platform.grantees())::uuid[]) and exists (
    select 1 from incident.access_grant g where g.incident_id = %I.incident_id and g.grantee_id = team_subject_id)$$;
begin
  for seen in select * from (values
    ('involved', $$(role in ('aggressor', 'child') and {16}) or (role in ('reporter', 'victim', 'witness') and {4})
      or person_id = (select platform.person()) or added_by = (select platform.person()) or (own people)$$),
    ('lead', $${1}$$),
    ('account', $$person_id = (select platform.person()) or {8} or (own people)
      or ({512} and incident.has_given_account(incident_id, (select platform.person())))$$),
    ('addendum', $${8} or person_id = (select platform.person())$$),
    ('detail', $${8} or person_id = (select platform.person())$$),
    ('sealed_field', $${part} or written_by = (select platform.person())$$),
    ('task', $$owner_subject_id = any ((select platform.grantees())::uuid[])
      or finished_by = (select platform.person()) or {32}$$),
    ('chain', $${1}$$),
    ('chain_call', $${64} or {128}$$),
    ('contact', $${8} or with_person_id = (select platform.person()) or by_person_id = (select platform.person())$$),
    ('step', $${64} or (for_reporter and {128})$$),
    ('closure', $${8}$$)
  ) as policy (on_table, condition) loop
    execute format('create policy seen on incident.%I for select to rugdekking_app
                    using (employer_id = (select platform.employer()) and (%s))', seen.on_table,
      replace(regexp_replace(seen.condition, '\{(\w+)\}', 'incident.sees(incident_id, \1)', 'g'), '(own people)', format(own_people, seen.on_table)));
  end loop;
end $policies$;

grant select, insert, delete on incident.involved to rugdekking_app;
create policy added on incident.involved for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and added_by = (select platform.person()) and exists (
    select 1 from incident.access_grant g
    where g.incident_id = involved.incident_id and g.grantee_id = any ((select platform.grantees())::uuid[])
      and (g.level = 'reports' or g.parts & 256 <> 0)));
create policy removed on incident.involved for delete to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256));

grant select, delete on incident.lead to rugdekking_app;
create policy no_longer_called on incident.lead for delete to rugdekking_app
  using (employer_id = (select platform.employer()) and scope = 'called' and incident.may(incident_id, 256 | 2048));

grant select, insert, update (state, given_at, sealed_story) on incident.account to rugdekking_app;
create policy asked_or_given on incident.account for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and (
    (person_id = (select platform.person()) and incident.may(incident_id, 1)) or (state = 'asked' and (incident.may(incident_id, 256) or incident.may(incident_id, 512)))));
create policy given_by_self on incident.account for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()) and state = 'asked')
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

grant select, insert on incident.addendum to rugdekking_app;
create policy added on incident.addendum for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()) and incident.may(incident_id, 1));

grant select, insert on incident.detail to rugdekking_app;
create policy added on incident.detail for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and (incident.may(incident_id, 256) or incident.may(incident_id, 512)));

grant select, insert, update (sealed_text, written_by, written_at) on incident.sealed_field to rugdekking_app;
create policy written on incident.sealed_field for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and written_by = (select platform.person()) and exists (
    select 1 from incident.access_grant g
    where g.incident_id = sealed_field.incident_id and g.grantee_id = any ((select platform.grantees())::uuid[])
      and (g.level = 'reports' or g.parts & (256 | 2048) <> 0)));
create policy rewritten on incident.sealed_field for update to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256))
  with check (employer_id = (select platform.employer()) and written_by = (select platform.person()));

grant select, insert, update (owner_subject_id, owner_role, overdue_level, overdue_told_at, state, finished_at, finished_by, sealed_record)
  on incident.task to rugdekking_app;
create policy added on incident.task for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and incident.may(incident_id, 256));
create policy worked_on on incident.task for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    -- Undo, while it can still be a mistake: later it would be a way back into a dossier that is no longer theirs to see.
    (owner_subject_id = any ((select platform.grantees())::uuid[]) or finished_by = (select platform.person()))
      and (state = 'open' or finished_at > (select platform.now()) - interval '1 day')
    or incident.may(incident_id, 256)))
  with check (employer_id = (select platform.employer()) and (finished_by is null or finished_by = (select platform.person())));

grant select, update (state, round, step, told_person_id, next_at, contact_due_at, ended_at) on incident.chain to rugdekking_app;
create policy stopped_by_a_person on incident.chain for update to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256 | 2048))
  with check (employer_id = (select platform.employer()));

grant select on incident.chain_call to rugdekking_app;

grant select, insert on incident.contact to rugdekking_app;
create policy recorded on incident.contact for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and by_person_id = (select platform.person())
    and incident.may(incident_id, 256 | 2048));

grant select, insert on incident.step to rugdekking_app;
create policy added on incident.step for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and actor_id = (select platform.person()) and incident.may(incident_id, 1));

grant select, insert, update (reopened_at, reopened_by, sealed_reopen_reason) on incident.closure to rugdekking_app;
create policy closed on incident.closure for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and closed_by = (select platform.person()) and incident.may(incident_id, 256));
create policy reopened on incident.closure for update to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 256))
  with check (employer_id = (select platform.employer()));

grant select, insert, delete, update (revision, saved_at, sealed_content) on incident.draft to rugdekking_app;
create policy own on incident.draft to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

grant select, insert, delete on incident.note to rugdekking_app;
create policy own_or_coordinator on incident.note for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person())
    or (select organisation.role_subject(platform.employer(), 'coordinator')) = any ((select platform.grantees())::uuid[])));
create policy made on incident.note for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy undone on incident.note for delete to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()));

-- What runs with the rights of the owner is for the two roles only; what a trigger calls, nobody can call by hand.
revoke execute on all functions in schema incident from public;
grant execute on all functions in schema incident to rugdekking_app, rugdekking_worker;
