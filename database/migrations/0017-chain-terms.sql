-- How long somebody who was called has before the next one is called, chosen by the organisation for what cannot wait and for what
-- can. Version by version, like everything else that was agreed. Without a row the term of before holds: settings.chainStepMinutes.

create table protocol.chain_term_version (
  id uuid primary key,
  employer_id uuid not null references organisation.employer (id),
  version integer not null check (version >= 1),
  immediate_minutes integer not null check (immediate_minutes between 5 and 60),
  working_time_minutes integer not null check (working_time_minutes between 5 and 240),
  since timestamptz not null,
  created_by uuid not null,
  unique (employer_id, version),
  foreign key (employer_id, created_by) references organisation.person (employer_id, id)
);

alter table protocol.chain_term_version enable row level security;
alter table protocol.chain_term_version force row level security;
create policy chain_term_version_of_own_employer on protocol.chain_term_version for select to rugdekking_app, rugdekking_worker
  using (employer_id = (select platform.employer()));
create policy chain_term_version_added on protocol.chain_term_version for insert to rugdekking_app
  with check (
    employer_id = (select platform.employer())
    and created_by = (select platform.person())
    and (select protocol.may_change()));
create policy chain_term_version_for_owner on protocol.chain_term_version to current_user using (true);
grant select, insert on protocol.chain_term_version to rugdekking_app;
grant select on protocol.chain_term_version to rugdekking_worker;
