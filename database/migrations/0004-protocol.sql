-- What the organisation agreed on: the norm matrix and the playbooks, version by version.
-- A version is never changed or thrown away: dossiers keep the version they started with.

create schema protocol;
grant usage on schema protocol to rugdekking_app, rugdekking_worker;

create table protocol.matrix_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  version integer not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  since timestamptz not null,
  created_by uuid,
  unique (employer_id, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);
comment on column protocol.matrix_version.created_by is 'null: the content that the program brought along';

create table protocol.playbook_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  code text not null check (code in ('emotion_persistent', 'verbal', 'threat', 'physical_violence', 'written_online_threat', 'own_safety',
    'missing_person', 'calamity', 'transgressive', 'social_media')),
  version integer not null check (version >= 1),
  content jsonb not null check (content ->> 'code' = code),
  since timestamptz not null,
  created_by uuid,
  unique (employer_id, code, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);
comment on column protocol.playbook_version.created_by is 'null: the content that the program brought along';

-- Whoever answers for the agreements now: the aggression coordinator, the administrator and their deputies.
create function protocol.may_change() returns boolean
  language sql stable parallel safe
  return organisation.role_subject((select platform.employer()), 'coordinator') = any ((select platform.grantees())::uuid[])
    or organisation.role_subject((select platform.employer()), 'administrator') = any ((select platform.grantees())::uuid[]);

-- The first version comes with the program, for whoever is there first; from then on only those who answer for it change anything.
do $$
declare
  name text;
begin
  foreach name in array array['matrix_version', 'playbook_version'] loop
    execute format('alter table protocol.%I enable row level security', name);
    execute format('alter table protocol.%I force row level security', name);
    execute format('create policy %I on protocol.%I for select to rugdekking_app, rugdekking_worker
      using (employer_id = (select platform.employer()))', name || '_of_own_employer', name);
    execute format('create policy %I on protocol.%I for insert to rugdekking_app, rugdekking_worker
      with check (employer_id = (select platform.employer()) and (
        (version = 1 and created_by is null)
        or (created_by = (select platform.person()) and (select protocol.may_change()))))', name || '_added', name);
    execute format('create policy %I on protocol.%I to current_user using (true)', name || '_for_owner', name);
    execute format('grant select, insert on protocol.%I to rugdekking_app, rugdekking_worker', name);
  end loop;
end $$;

-- For the report screen before anyone is known. Where several employers share an installation there is no such matrix.
create function protocol.matrix_before_signing_in() returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select m.content from protocol.matrix_version m
  where (select count(*) from organisation.employer) = 1
  order by m.version desc
  limit 1
$$;

revoke execute on all functions in schema protocol from public;
grant execute on all functions in schema protocol to rugdekking_app, rugdekking_worker;
