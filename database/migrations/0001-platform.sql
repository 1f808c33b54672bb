-- The platform: who is asking, what still has to be done, what happened, what was already answered.
-- The roles rugdekking_app (requests) and rugdekking_worker (jobs) exist before this file runs.

create schema if not exists platform; -- the migrator already keeps its list of landed files here
grant usage on schema platform to rugdekking_app, rugdekking_worker;

-- Context of a transaction ------------------------------------------------------------------------
-- The program sets these with set_config(…, true) in the same round trip as `begin`. They are SQL functions so that
-- the planner folds them; policies use them as `(select platform.employer())`, which is evaluated once per query.

create function platform.employer() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.employer', true), '')::uuid;

create function platform.person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- The one clock. Never now(): tests move this one.
create function platform.now() returns timestamptz
  language sql stable parallel safe
  return nullif(current_setting('app.now', true), '')::timestamptz;

-- Everything this person is on a dossier: themselves, their team roles, their employer roles, those they stand in for.
create function platform.grantees() returns uuid[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.grantees', true), ''), '{}')::uuid[];

-- What was sent along with the opening of a transaction happens only if its session is what it was the last time.
create function platform.expect(told text, expected text) returns void
language plpgsql immutable as $$
begin
  if told is distinct from expected then
    raise exception 'the session is not as expected' using errcode = 'RD001';
  end if;
end $$;

grant execute on all functions in schema platform to rugdekking_app, rugdekking_worker;

-- Jobs --------------------------------------------------------------------------------------------
-- run_at is on the movable clock (deadlines); leased_until is on database time (a crash is no matter of the clock).
-- `attempt` is the fence: only the worker that holds the current attempt may finish the job.

create table platform.job (
  job_id uuid primary key,
  employer_id uuid not null,
  kind text not null check (length(kind) between 1 and 200),
  run_at timestamptz not null,
  key text check (length(key) between 1 and 400),
  incident_id uuid,
  data jsonb not null default '{}',
  -- jobs with the same order_key run one after the other, by sequence: the handlers of one dossier's events
  order_key text,
  sequence bigint generated always as identity,
  attempt integer not null default 0,
  -- how often the work itself failed; a worker that was killed is no failure of the work
  failures integer not null default 0,
  leased_by uuid,
  leased_until timestamptz,
  last_error text check (length(last_error) <= 2000),
  dead_at timestamptz
);
comment on table platform.job is 'Work that is still to be done; ids and codes only, never a name or a story.';

create unique index job_key on platform.job (employer_id, key text_pattern_ops) where key is not null;
create index job_due on platform.job (run_at) where dead_at is null;
create index job_order on platform.job (order_key, sequence) where order_key is not null and dead_at is null;
create index job_dead on platform.job (dead_at) where dead_at is not null;

alter table platform.job enable row level security;
alter table platform.job force row level security;
create policy requests_within_their_employer on platform.job to rugdekking_app
  using (employer_id = (select platform.employer()))
  with check (employer_id = (select platform.employer()));
-- The worker takes work for every employer; it sets the employer of the job before it does that work.
create policy worker_takes_for_every_employer on platform.job to rugdekking_worker using (true) with check (true);
grant select, insert, delete, update (key) on platform.job to rugdekking_app; -- update: only to lock what is taken back
grant select, insert, update, delete on platform.job to rugdekking_worker;

-- Events ------------------------------------------------------------------------------------------
-- The outbox. Never read by `sequence > last`: rows that commit late would be skipped; `written_by` tells which are settled.

create table platform.event (
  event_id uuid primary key,
  employer_id uuid not null,
  sequence bigint generated always as identity,
  name text not null check (length(name) between 1 and 100),
  incident_id uuid,
  person_id uuid,
  data jsonb not null default '{}',
  happened_at timestamptz not null,
  written_by xid8 not null default pg_current_xact_id()
);
comment on table platform.event is 'What happened; ids and codes only, never a name or a story.';

create index event_of_incident on platform.event (incident_id, sequence) where incident_id is not null;

alter table platform.event enable row level security;
alter table platform.event force row level security;
-- Nobody can make it look as if somebody else did it.
create policy requests_record_for_their_employer on platform.event for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id is not distinct from (select platform.person()));
create policy worker_within_the_employer on platform.event to rugdekking_worker
  using (employer_id = (select platform.employer()))
  with check (employer_id = (select platform.employer()));
grant insert on platform.event to rugdekking_app;
grant select, insert, delete on platform.event to rugdekking_worker;

-- Idempotency keys --------------------------------------------------------------------------------
-- Written in the transaction of the write itself, with its answer, so that both exist together or not at all. A repeat that
-- comes at the same moment waits at the primary key, fails there with all it did, and is given the answer of the first.
-- Answers of writes carry ids and states only, which is why they may be kept.

create table platform.idempotency_key (
  employer_id uuid not null,
  person_id uuid not null,
  key uuid not null,
  request_hash bytea not null check (length(request_hash) = 32),
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (employer_id, person_id, key)
);
comment on table platform.idempotency_key is 'Answers of writes, kept for 24 hours so that a repeat gets the same one.';
-- Rows arrive in the order of this column: a summary per range of blocks finds the old ones and costs a write nothing.
create index idempotency_key_age on platform.idempotency_key using brin (answered_at);

alter table platform.idempotency_key enable row level security;
alter table platform.idempotency_key force row level security;
create policy requests_see_their_own on platform.idempotency_key to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy worker_forgets_the_old on platform.idempotency_key to rugdekking_worker using (true);
grant select, insert on platform.idempotency_key to rugdekking_app;
grant select, delete on platform.idempotency_key to rugdekking_worker;
