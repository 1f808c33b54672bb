-- Several tasks or dossiers handed over at once, for a short while to be taken back.

-- One row for each time: who gave what to whom, and what became of each. Ids and codes only; the titles stay where they were.
create table incident.hand_over (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  to_person_id uuid not null,
  what text not null check (what in ('tasks', 'dossiers')),
  reason text not null check (reason in ('away', 'too_much', 'fits_better', 'other_work', 'agreed')),
  items jsonb not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id),
  foreign key (employer_id, to_person_id) references organisation.person (employer_id, id)
);
comment on column incident.hand_over.items is 'of each: its id, what became of it, and who had it; also what did not go, and why';

alter table incident.hand_over enable row level security;
alter table incident.hand_over force row level security;
create policy owner_all on incident.hand_over to current_user using (true) with check (true);
create policy worker_of_employer on incident.hand_over to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
create policy own on incident.hand_over to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
grant select, insert, update (items, taken_back_at) on incident.hand_over to rugdekking_app;
grant select on incident.hand_over to rugdekking_worker;

-- Who could take this up themselves, and so may be given it: only told to who may act on it too.
create function incident.who_may_have(incidents uuid[], at timestamptz) returns table (incident_id uuid, person_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, p.id
  from unnest(incidents) as i (id)
  cross join lateral unnest(incident.people_behind(array(
    select g.grantee_id from incident.access_grant g
    where g.incident_id = i.id and g.employer_id = platform.employer() and g.parts & 256 <> 0), at)) as p (id)
  where incident.may(i.id, 256)
$$;

-- A row that somebody changes must still be one they may see, and who gives a task away may see it no longer. So this is done here,
-- for whoever may work on it: who has it, or who leads the dossier.
create function incident.pass_on_tasks(tasks uuid[], to_person uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog as $$
  update incident.task t
  set owner_subject_id = to_person, owner_role = null, overdue_level = 0, overdue_told_at = null
  where t.id = any (tasks) and t.employer_id = platform.employer() and t.state = 'open'
    and (t.owner_subject_id = any (platform.grantees()) or incident.may(t.incident_id, 256))
    and exists (select from organisation.person p where p.id = to_person and p.employer_id = platform.employer())
  returning t.id
$$;

-- With a task goes the sight on its dossier, so whoever gave it away can no longer reach it. This is the one way back: for the giver,
-- for a quarter of an hour, and only what is still open with whom it was given to.
create function incident.take_back_tasks(of_hand_over uuid, at timestamptz)
returns table (task_id uuid, incident_id uuid, code text)
language sql volatile security definer set search_path = pg_catalog as $$
  update incident.task t
  set owner_subject_id = i."fromSubjectId", owner_role = i."fromRole", overdue_level = 0, overdue_told_at = null
  from incident.hand_over h
  cross join lateral jsonb_to_recordset(h.items) as i (id uuid, outcome text, "fromSubjectId" uuid, "fromRole" text)
  where h.id = of_hand_over and h.employer_id = platform.employer() and h.person_id = platform.person()
    and h.what = 'tasks' and h.taken_back_at is null and h.at > take_back_tasks.at - interval '15 minutes'
    and t.id = i.id and t.employer_id = h.employer_id and i.outcome = 'handed-over'
    and t.state = 'open' and t.owner_subject_id = h.to_person_id
  returning t.id, t.incident_id, t.code
$$;

revoke execute on function incident.who_may_have, incident.pass_on_tasks, incident.take_back_tasks from public;
grant execute on function incident.who_may_have, incident.pass_on_tasks, incident.take_back_tasks to rugdekking_app;

-- A device that is no longer trusted: lost, sold, or of somebody who left. Its key stays known, so that what was underway is told from
-- what somebody else made; but what it signs from now on is no report any more, only a draft of its maker (see decision 0033).
alter table incident.device
  add column name text check (length(name) <= 60),
  -- Of the last session on it: that ends with the trust.
  add column session_id uuid,
  add column revoked_at timestamptz,
  add column revoked_by uuid;
comment on column incident.device.name is '"Chrome · Android": enough to know one''s own by';
comment on column incident.device.revoked_by is 'null when it was the program, because somebody left';
grant update (name, session_id, revoked_at, revoked_by) on incident.device to rugdekking_app;
grant update (revoked_at, revoked_by) on incident.device to rugdekking_worker;

create function incident.is_administrator() returns boolean
language sql stable parallel safe
return organisation.role_subject(platform.employer(), 'administrator') = any (platform.grantees());
revoke execute on function incident.is_administrator from public;
grant execute on function incident.is_administrator to rugdekking_app;
create policy seen_by_administrators on incident.device for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.is_administrator()));
create policy revoked_by_administrators on incident.device for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (select incident.is_administrator()))
  with check (employer_id = (select platform.employer()) and revoked_by = (select platform.person()));

-- Which device gets the messages of this subscription; null where it has no key.
alter table platform.push_subscription add column device_id uuid;
create index push_subscription_of_device on platform.push_subscription (device_id) where device_id is not null;
grant update (device_id) on platform.push_subscription to rugdekking_app;

-- As before, for every kind of look that there is by now: what was read, listed or viewed is not worked on.
create or replace function incident.take_out_imported(of_import uuid, after uuid, most integer, out removed integer, out until uuid)
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
    and not exists (select from platform.audit_entry e where e.incident_id = i.id and e.action !~ '-(read|listed|viewed)$');
  delete from incident.incident where id = any (untouched);
  get diagnostics removed = row_count;
  delete from platform.dossier_key where incident_id = any (untouched);
  until := looked[array_upper(looked, 1)];
end $$;
