-- The vault (keys that seal what people tell), the record of every look and change, and the messages that go out.

-- Vault -------------------------------------------------------------------------------------------
-- Every key in here is wrapped by the one above it; the master key on top never enters the database.

create table platform.key_check (
  only_row boolean primary key default true check (only_row),
  fingerprint bytea not null check (length(fingerprint) = 32)
);
comment on table platform.key_check is
  'rls-exempt: recognises the master key of this installation, tells nothing about it and belongs to no employer';

create table platform.employer_key (
  employer_id uuid primary key,
  wrapped bytea not null
);

-- Apart from the dossiers, so that its backups can be kept shorter: erasing a dossier is complete when those have ended.
create table platform.dossier_key (
  incident_id uuid primary key,
  employer_id uuid not null,
  wrapped bytea not null
);

do $$
declare t text;
begin
  foreach t in array array['employer_key', 'dossier_key'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('alter table platform.%I force row level security', t);
    execute format('create policy within_the_employer on platform.%I to rugdekking_app, rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, insert on platform.%I to rugdekking_app, rugdekking_worker', t);
  end loop;
end $$;
create policy owner_checks_for_emptiness on platform.employer_key for select to current_user using (true);
-- A request destroys no key, whatever goes wrong in it, but that of a report that it sets right (0011).
grant delete on platform.dossier_key to rugdekking_worker;

-- Audit -------------------------------------------------------------------------------------------
-- An entry is written in the transaction of what it tells and is never changed: no update, no delete, for anyone.
-- Chaining happens later, in batches, so that the chain is no lock that everybody waits for.

create table platform.audit_entry (
  id uuid primary key,
  employer_id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'visitor', 'job')),
  person_id uuid,
  session_id uuid,
  job_kind text check (length(job_kind) <= 200),
  action text not null check (length(action) between 1 and 100),
  object_kind text not null check (length(object_kind) between 1 and 60),
  object_id text not null check (length(object_id) between 1 and 100),
  incident_id uuid,
  result text not null check (result in ('done', 'refused')),
  origin text check (length(origin) <= 100),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object' and pg_column_size(detail) <= 2000),
  -- Which transaction wrote it: the seal takes what is older than everything still running, so nothing is ever skipped.
  written_by xid8 not null default pg_current_xact_id(),
  check ((actor_kind = 'person') = (person_id is not null)),
  check ((actor_kind = 'job') = (job_kind is not null))
);
comment on table platform.audit_entry is 'Who did or saw what, when: ids and codes only, so that it can outlive the dossier.';
comment on column platform.audit_entry.origin is 'the trace id that the log lines and the problem answer carry too';
create index audit_entry_unsealed on platform.audit_entry (written_by);
create index audit_entry_of_dossier on platform.audit_entry (incident_id, at desc, id desc) where incident_id is not null;

create table platform.audit_batch (
  number bigint primary key,
  sealed_at timestamptz not null,
  entry_count integer not null check (entry_count > 0),
  cluster text not null,
  horizon xid8 not null,
  merkle_root bytea not null check (length(merkle_root) = 32),
  previous_head bytea not null check (length(previous_head) = 32),
  head bytea not null check (length(head) = 32),
  key_id bytea not null check (length(key_id) = 8),
  signature bytea not null check (length(signature) = 64)
);
comment on table platform.audit_batch is
  'rls-exempt: one chain over all employers, hashes and signatures only; requests have no right on it';
comment on column platform.audit_batch.cluster is 'the system identifier of PostgreSQL: transaction ids start again in a restored database';
comment on column platform.audit_batch.horizon is 'every entry written by an older transaction is in this batch or an earlier one';

create table platform.audit_leaf (
  entry_id uuid primary key,
  batch bigint not null,
  leaf_index integer not null,
  hash bytea not null check (length(hash) = 32),
  unique (batch, leaf_index)
);
comment on table platform.audit_leaf is
  'rls-exempt: where each entry stands in the chain, hashes only; requests have no right on it';

create function platform.refuse_to_forget() returns trigger
language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to' using errcode = 'insufficient_privilege';
end $$;

do $$
declare t text;
begin
  foreach t in array array['audit_entry', 'audit_batch', 'audit_leaf'] loop
    execute format('create trigger never_changed before update or delete or truncate on platform.%I
                    for each statement execute function platform.refuse_to_forget()', t);
  end loop;
end $$;

-- Who may read the log of a dossier is known where dossiers are known; until that module says so: nobody.
create function platform.may_read_log_of(incident uuid) returns boolean
  language sql stable parallel safe
  return false;
grant execute on function platform.may_read_log_of(uuid) to rugdekking_app;

alter table platform.audit_entry enable row level security;
alter table platform.audit_entry force row level security;
-- Each under their own name: a request as its person (or as a visitor while there is none), a job as a job.
create policy requests_record_as_their_person on platform.audit_entry for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id is not distinct from (select platform.person())
    and actor_kind <> 'job');
create policy jobs_record_as_jobs on platform.audit_entry for insert to rugdekking_worker
  with check (employer_id = (select platform.employer()) and actor_kind = 'job');
create policy read_by_those_who_answer_for_the_dossier on platform.audit_entry for select to rugdekking_app
  using (employer_id = (select platform.employer()) and incident_id is not null and platform.may_read_log_of(incident_id));
create policy sealed_for_every_employer on platform.audit_entry for select to rugdekking_worker using (true);
create policy owner_verifies on platform.audit_entry for select to current_user using (true);
grant select, insert on platform.audit_entry to rugdekking_app, rugdekking_worker;
grant select, insert on platform.audit_batch, platform.audit_leaf to rugdekking_worker;

-- Channels ----------------------------------------------------------------------------------------

create table platform.notification (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  template text not null check (length(template) between 1 and 60),
  incident_id uuid,
  is_urgent boolean not null,
  -- A sign-in code is sent, but it is no news in the app.
  is_listed boolean not null,
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object' and pg_column_size(data) <= 2000),
  sealed_secret bytea,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table platform.notification is 'What a person is told: a template, ids and terms; never a name or a story.';
comment on column platform.notification.sealed_secret is 'a code or a link that only the receiver may see; emptied once it has been sent';
create index notification_newest on platform.notification (person_id, created_at desc, id desc) where is_listed;
create index notification_unread on platform.notification (person_id) where read_at is null and is_listed;

create table platform.delivery (
  id uuid primary key,
  employer_id uuid not null,
  notification_id uuid not null references platform.notification (id) on delete cascade,
  channel text not null check (channel in ('email', 'sms', 'push')),
  subscription_id uuid,
  state text not null check (state in ('handed_over', 'received', 'failed')),
  reason text check (length(reason) <= 60),
  handed_over_at timestamptz not null,
  received_at timestamptz,
  check ((channel = 'push') = (subscription_id is not null)),
  unique nulls not distinct (notification_id, channel, subscription_id)
);
create index delivery_waiting_for_receipt on platform.delivery (subscription_id) where channel = 'push' and state = 'handed_over';

create table platform.push_subscription (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  endpoint_hash bytea not null check (length(endpoint_hash) = 32),
  sealed_address bytea not null,
  created_at timestamptz not null,
  last_receipt_at timestamptz,
  unique (endpoint_hash, person_id)
);
create index push_subscription_of_person on platform.push_subscription (person_id);

-- Where a demonstration's mail and text messages land instead of going out.
create table platform.postbox_message (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  sealed_message bytea not null,
  arrived_at timestamptz not null
);
create index postbox_newest on platform.postbox_message (employer_id, arrived_at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['notification', 'delivery', 'push_subscription', 'postbox_message'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('alter table platform.%I force row level security', t);
    execute format('create policy worker_within_the_employer on platform.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, insert, update, delete on platform.%I to rugdekking_worker', t);
  end loop;
end $$;

create policy written_to_colleagues on platform.notification for insert to rugdekking_app
  with check (employer_id = (select platform.employer()));
create policy read_by_their_person on platform.notification for select to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy marked_by_their_person on platform.notification for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
grant insert on platform.notification to rugdekking_app;
grant select (id, employer_id, person_id, template, incident_id, is_urgent, is_listed, data, created_at, read_at)
  on platform.notification to rugdekking_app;
grant update (read_at) on platform.notification to rugdekking_app;

create policy kept_by_their_person on platform.push_subscription to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
grant select, insert, delete, update (sealed_address) on platform.push_subscription to rugdekking_app;

create policy opened_within_the_employer on platform.postbox_message for select to rugdekking_app
  using (employer_id = (select platform.employer()));
grant select on platform.postbox_message to rugdekking_app;
