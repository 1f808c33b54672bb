-- Who may come in, and how they prove it. Tokens and codes are kept as hashes only; a TOTP secret is sealed.

create schema identity;
grant usage on schema identity to rugdekking_app, rugdekking_worker;

create table identity.account (
  person_id uuid primary key,
  employer_id uuid not null,
  state text not null default 'invited' check (state in ('invited', 'active', 'blocked')),
  password_hash text check (password_hash like '$argon2id$%'),
  password_changed_at timestamptz,
  created_at timestamptz not null,
  unique (employer_id, person_id),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);

create table identity.totp (
  person_id uuid primary key,
  employer_id uuid not null,
  sealed_secret bytea not null,
  -- The newest time step that was accepted: a code works once.
  last_step bigint not null,
  confirmed_at timestamptz not null,
  foreign key (employer_id, person_id) references identity.account (employer_id, person_id)
);

create table identity.recovery_code (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  unique (person_id, code_hash),
  foreign key (employer_id, person_id) references identity.account (employer_id, person_id)
);

create table identity.passkey (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  is_backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz,
  foreign key (employer_id, person_id) references identity.account (employer_id, person_id)
);
create index passkey_by_person on identity.passkey (person_id);

-- An account at an identity provider, bound to issuer and subject, never to an e-mail address.
create table identity.federated_account (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  issuer text not null check (length(issuer) between 1 and 500),
  issuer_subject text not null check (length(issuer_subject) between 1 and 255),
  created_at timestamptz not null,
  unique (employer_id, issuer, issuer_subject),
  foreign key (employer_id, person_id) references identity.account (employer_id, person_id)
);

create table identity.session (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  method text not null check (method in ('password', 'recovery_code', 'passkey', 'invitation', 'set_up', 'demonstration')),
  device text not null check (length(device) <= 80),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Idle and absolute limit: the first that passes ends the session.
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
create index session_by_person on identity.session (person_id) where ended_at is null;
create index session_by_end on identity.session (expires_at);

create table identity.invitation (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (employer_id, person_id) references identity.account (employer_id, person_id)
);
create index invitation_by_person on identity.invitation (person_id);

-- A ceremony is what lies between two requests of signing in or adding a way to sign in: the challenge a passkey must
-- answer, the password that was right while the code is still asked. Taken once, gone after minutes.
create table identity.ceremony (
  token_hash bytea primary key check (length(token_hash) = 32),
  kind text not null check (kind in ('second_factor', 'totp', 'passkey_sign_in', 'passkey_registration', 'passkey_confirmation')),
  employer_id uuid,
  person_id uuid,
  challenge text check (length(challenge) <= 500),
  expires_at timestamptz not null
);
comment on table identity.ceremony is
  'rls-exempt: a passkey sign-in begins before anyone is known; a row is found by the hash of a secret only its maker holds';
create index ceremony_by_end on identity.ceremony (expires_at);

create table identity.attempt (
  key bytea primary key check (length(key) = 32),
  count integer not null,
  window_ends_at timestamptz not null
);
comment on table identity.attempt is
  'rls-exempt: counts tries per hashed address or name before anyone is known; nothing in it says who';
create index attempt_by_end on identity.attempt (window_ends_at);

create table identity.set_up_code (
  code_hash bytea primary key check (length(code_hash) = 32),
  created_at timestamptz not null
);
comment on table identity.set_up_code is
  'rls-exempt: the codes a server printed while there is no employer yet; emptied when the first one exists';

-- Looks for those who might be signing in with this address. Several employers may know the same one.
create function identity.find_account_for_sign_in(address text)
  returns table (person_id uuid, employer_id uuid, employer_name text, password_hash text, has_totp boolean)
  language sql stable security definer set search_path = ''
as $$
  select a.person_id, a.employer_id, e.name, a.password_hash,
    exists (select from identity.totp t where t.person_id = a.person_id)
  from organisation.person p
  join identity.account a on a.person_id = p.id
  join organisation.employer e on e.id = p.employer_id
  where p.email = lower(address) and p.ended_at is null and a.state = 'active' and a.password_hash is not null
$$;

create function identity.find_passkey(credential bytea)
  returns table (id uuid, person_id uuid, employer_id uuid, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = ''
as $$
  select k.id, k.person_id, k.employer_id, k.public_key, k.counter, k.transports
  from identity.passkey k
  join identity.account a on a.person_id = k.person_id
  join organisation.person p on p.id = k.person_id
  where k.credential_id = credential and a.state = 'active' and p.ended_at is null
$$;

create function identity.find_invitation(token text, at timestamptz)
  returns table (id uuid, person_id uuid, employer_id uuid, employer_name text, given_name text, email text, language text)
  language sql stable security definer set search_path = ''
as $$
  select i.id, i.person_id, i.employer_id, e.name, p.given_name, p.email, p.language
  from identity.invitation i
  join organisation.person p on p.id = i.person_id
  join organisation.employer e on e.id = i.employer_id
  where i.token_hash = decode(token, 'hex') and i.accepted_at is null and i.withdrawn_at is null
    and i.expires_at > at and p.ended_at is null
$$;

-- Opens the transaction of a request: who is asking, as whom, at what moment. No row: nobody is signed in.
create function identity.enter_session(token_hash text, at timestamptz)
  returns table (session_id uuid, person_id uuid, employer_id uuid, roles text[], method text, second_factor_at timestamptz)
  language plpgsql security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  found_session identity.session;
  held_roles text[];
  subjects uuid[];
begin
  select s.* into found_session
  from identity.session s
  join organisation.person p on p.id = s.person_id
  where s.token_hash = decode($1, 'hex') and s.ended_at is null and s.idle_until > at and s.expires_at > at
    and (p.ended_at is null or p.ended_at > at);
  if not found then
    return;
  end if;

  -- Once a minute is enough, and two requests at once need not wait for each other.
  if found_session.last_seen_at < at - interval '1 minute' then
    update identity.session
    set last_seen_at = at, idle_until = at + (idle_until - last_seen_at)
    where id = (select s.id from identity.session s
      where s.id = found_session.id and s.last_seen_at < at - interval '1 minute'
      for update skip locked);
  end if;

  select array_agg(distinct h.role), array_agg(organisation.role_subject(coalesce(h.team_id, h.employer_id), h.role))
  into held_roles, subjects
  from organisation.holdings_of(found_session.person_id, at) h;

  perform set_config('app.employer', found_session.employer_id::text, true),
    set_config('app.person', found_session.person_id::text, true),
    set_config('app.now', at::text, true),
    set_config('app.grantees', array_prepend(found_session.person_id, subjects)::text, true);

  return query select found_session.id, found_session.person_id, found_session.employer_id, coalesce(held_roles, '{}'),
    found_session.method, found_session.second_factor_at;
end $$;

-- Counts one try and answers how many seconds to wait: 0 while there are tries left in this window.
create function identity.count_attempt(attempt_key bytea, at timestamptz, tries integer, within interval)
  returns integer
  language sql
as $$
  insert into identity.attempt as a (key, count, window_ends_at) values (attempt_key, 1, at + within)
  on conflict (key) do update
    set count = case when a.window_ends_at <= at then 1 else a.count + 1 end,
      window_ends_at = case when a.window_ends_at <= at then at + within else a.window_ends_at end
  returning case when a.count <= tries then 0
    else greatest(1, ceil(extract(epoch from a.window_ends_at - at)))::integer end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['account', 'totp', 'recovery_code', 'passkey', 'federated_account', 'session', 'invitation'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('alter table identity.%I force row level security', name);
    execute format('create policy %I on identity.%I to rugdekking_app using (employer_id = (select platform.employer()))',
      name || '_of_own_employer', name);
    -- The security definer functions above look across employers, before one is known.
    execute format('create policy %I on identity.%I to current_user using (true)', name || '_for_owner', name);
    execute format('grant select, insert on identity.%I to rugdekking_app', name);
  end loop;
end $$;

-- The worker forgets what has ended.
create policy session_for_worker on identity.session to rugdekking_worker
  using (employer_id = (select platform.employer()));
grant select, delete on identity.session to rugdekking_worker;
-- Only what changes: a session, a passkey or an invitation never becomes that of somebody else.
grant update (state, password_hash, password_changed_at) on identity.account to rugdekking_app;
grant update (sealed_secret, last_step, confirmed_at) on identity.totp to rugdekking_app;
grant update (used_at) on identity.recovery_code to rugdekking_app;
grant update (counter, last_used_at) on identity.passkey to rugdekking_app;
grant update (ended_at, second_factor_at) on identity.session to rugdekking_app;
grant update (accepted_at, withdrawn_at) on identity.invitation to rugdekking_app;
grant select, insert, delete on identity.ceremony, identity.attempt, identity.set_up_code to rugdekking_app;
grant update (expires_at) on identity.ceremony to rugdekking_app; -- only to hold it while it is answered
grant update (count, window_ends_at) on identity.attempt to rugdekking_app;
grant select, delete on identity.ceremony, identity.attempt to rugdekking_worker;
grant delete on identity.totp, identity.recovery_code, identity.passkey to rugdekking_app;

revoke execute on all functions in schema identity from public;
grant execute on all functions in schema identity to rugdekking_app;
