-- One event that two colleagues reported; a report that turns out to be of another kind; and one that its reporter takes back.
-- Nothing is ever thrown away for it: a joined dossier keeps everything it has under its own key and its own rights.

-- Two dossiers that may tell of the same event. Found by a job or by a person; only a person decides.
create table incident.same_event (
  id uuid primary key,
  employer_id uuid not null,
  one_id uuid not null references incident.incident (id) on delete cascade,
  other_id uuid not null references incident.incident (id) on delete cascade,
  why text[] not null,
  minutes_apart integer not null,
  state text not null default 'proposed' check (state in ('proposed', 'same', 'different')),
  found_at timestamptz not null,
  found_by uuid references organisation.person (id),
  decided_at timestamptz,
  decided_by uuid references organisation.person (id),
  leading_id uuid,
  joined_id uuid,
  stopped_task_ids uuid[] not null default '{}',
  stopped_response_due_at timestamptz,
  unique (one_id, other_id),
  check (one_id < other_id),
  check (state = 'proposed' or decided_at is not null),
  check ((state = 'same') = (leading_id is not null)),
  check (leading_id is null and joined_id is null
    or leading_id = one_id and joined_id = other_id or leading_id = other_id and joined_id = one_id)
);
comment on column incident.same_event.stopped_task_ids is 'the work of the joined dossier that goes on in the leading one; given back when they are separated';
create index same_event_of_other on incident.same_event (other_id);
create unique index same_event_joined_once on incident.same_event (joined_id) where joined_id is not null;
create index same_event_leading on incident.same_event (leading_id) where leading_id is not null;

-- What happened near in time: the job that looks never walks the register.
create index incident_occurred on incident.incident (employer_id, occurred_at);

-- How a dossier was filed before, and since: codes only. The reason is a sealed text with the step.
create table incident.reclassification (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  step_id uuid not null,
  person_id uuid not null references organisation.person (id),
  at timestamptz not null,
  before jsonb not null check (jsonb_typeof(before) = 'object' and pg_column_size(before) <= 2000),
  after jsonb not null check (jsonb_typeof(after) = 'object' and pg_column_size(after) <= 2000)
);
comment on column incident.reclassification.id is 'also the id of the detail that came with it: what was told before that no longer decides how severe it is';
create index reclassification_of_incident on incident.reclassification (incident_id, at);

-- The reporter takes a report back. It stays open until somebody spoke with them about why.
create table incident.withdrawal (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  step_id uuid not null,
  person_id uuid not null references organisation.person (id),
  withdrawn_at timestamptz not null,
  ended_as text check (ended_as in ('continued', 'closed', 'taken_back')),
  ended_at timestamptz,
  ended_by uuid references organisation.person (id),
  check ((ended_as is null) = (ended_at is null) and (ended_as is null) = (ended_by is null))
);
create index withdrawal_of_incident on incident.withdrawal (incident_id, withdrawn_at);
create unique index withdrawal_open on incident.withdrawal (incident_id) where ended_at is null;

do $$
declare t text;
begin
  foreach t in array array['same_event', 'reclassification', 'withdrawal'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
  end loop;
end $$;
grant select, insert, update, delete on incident.same_event to rugdekking_worker;
grant select on incident.reclassification, incident.withdrawal to rugdekking_worker;

-- A proposal is for whoever acts on both. That theirs is joined, whoever acts on one of them must know too.
grant select, insert, update (state, decided_at, decided_by, leading_id, joined_id, stopped_task_ids, stopped_response_due_at)
  on incident.same_event to rugdekking_app;
create policy of_who_acts on incident.same_event for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    incident.may(one_id, 256) and incident.may(other_id, 256)
    or state = 'same' and (incident.may(one_id, 256) or incident.may(other_id, 256))));
create policy found_by_who_acts_on_both on incident.same_event for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and found_by = (select platform.person()) and state = 'proposed'
    and incident.may(one_id, 256) and incident.may(other_id, 256));
create policy decided_by_who_acts_on_both on incident.same_event for update to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(one_id, 256) and incident.may(other_id, 256))
  with check (employer_id = (select platform.employer()) and decided_by = (select platform.person()));

-- Part of the story, like the details.
grant select, insert on incident.reclassification to rugdekking_app;
create policy seen on incident.reclassification for select to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.may(incident_id, 8));
create policy added on incident.reclassification for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()) and incident.may(incident_id, 256));

grant select, insert, update (ended_as, ended_at, ended_by) on incident.withdrawal to rugdekking_app;
create policy seen on incident.withdrawal for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (person_id = (select platform.person()) or incident.may(incident_id, 8)));
create policy withdrawn_by_the_reporter on incident.withdrawal for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()) and ended_at is null
    and exists (select from incident.access_grant g
      where g.incident_id = withdrawal.incident_id and g.grantee_id = (select platform.person()) and g.level = 'reports'));
create policy ended_by_self_or_who_acts on incident.withdrawal for update to rugdekking_app
  using (employer_id = (select platform.employer()) and ended_at is null
    and (person_id = (select platform.person()) or incident.may(incident_id, 256)))
  with check (employer_id = (select platform.employer()) and ended_by = (select platform.person()));

-- What a request may change of an incident, beside 0005: how it is filed, and that its response goes on elsewhere.
grant update (kind, severity, form, matrix_columns, response_due_at) on incident.incident to rugdekking_app;

-- As in 0010. And of a joined dossier: what goes on in the leading one is still promised to those concerned here.
create or replace function incident.promises(of_incident uuid)
  returns table (task_id uuid, code text, owner_role text, owner_name text, due_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
as $$
  select t.id, t.code, t.owner_role, p.given_name, t.due_at
  from incident.task t
  left join organisation.person p on p.id = t.owner_subject_id
  where t.state = 'open' and t.tells_reporter and incident.may(of_incident, 128) and (
    t.incident_id = of_incident
    or (t.incident_id, t.code) in (
      select e.leading_id, stopped.code
      from incident.same_event e join incident.task stopped on stopped.id = any (e.stopped_task_ids)
      where e.joined_id = of_incident))
  order by t.due_at, t.position
$$;
