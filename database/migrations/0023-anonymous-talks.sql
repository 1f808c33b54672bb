-- Somebody who does not dare to give a name talks with the coordinator or the confidential adviser. Nobody knows who they are:
-- no person, no session and no address stands anywhere. Whoever holds the code of the talk, and only they, can go on with it; the
-- code itself never leaves their device, and here stands no more than a hash of what was made from it.

create table incident.anonymous_talk (
  id uuid primary key,
  employer_id uuid not null,
  recipient text not null check (recipient in ('coordinator', 'confidential_adviser')),
  recipient_subject_id uuid not null,
  key_hash bytea not null unique check (length(key_hash) = 32),
  state text not null check (state in ('open', 'closed')),
  started_at timestamptz not null,
  last_message_at timestamptz not null,
  awaits_reply boolean not null
);
create index anonymous_talk_newest on incident.anonymous_talk (recipient_subject_id, last_message_at desc, id desc);

create table incident.anonymous_message (
  id uuid primary key,
  employer_id uuid not null,
  talk_id uuid not null references incident.anonymous_talk (id) on delete cascade,
  author_id uuid references organisation.person (id),
  at timestamptz not null,
  sealed_text bytea not null
);
comment on column incident.anonymous_message.author_id is 'null: the person whom nobody knows';
create index anonymous_message_of_talk on incident.anonymous_message (talk_id, at, id);

-- What the visitor of this transaction holds: set by the program from what they sent, never stored.
create function incident.held_talk_key() returns bytea
language sql stable parallel safe
return sha256(decode(nullif(current_setting('app.talk_key', true), ''), 'hex'));

do $$
declare t text;
begin
  foreach t in array array['anonymous_talk', 'anonymous_message'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select, insert on incident.%I to rugdekking_app', t);
    execute format('grant select on incident.%I to rugdekking_worker', t);
  end loop;
end $$;
grant update (state, last_message_at, awaits_reply) on incident.anonymous_talk to rugdekking_app;

create policy held_by_code on incident.anonymous_talk to rugdekking_app
  using (employer_id = (select platform.employer()) and (select platform.person()) is null
    and key_hash = (select incident.held_talk_key()))
  with check (employer_id = (select platform.employer()) and (select platform.person()) is null
    and key_hash = (select incident.held_talk_key()));
create policy read_by_recipient on incident.anonymous_talk for select to rugdekking_app
  using (employer_id = (select platform.employer()) and recipient_subject_id = any ((select platform.grantees())::uuid[]));
create policy answered_by_recipient on incident.anonymous_talk for update to rugdekking_app
  using (employer_id = (select platform.employer()) and recipient_subject_id = any ((select platform.grantees())::uuid[]))
  with check (employer_id = (select platform.employer()));

-- A message is seen and added by whoever sees its talk; its author is whoever asks.
create policy of_seen_talk on incident.anonymous_message for select to rugdekking_app
  using (employer_id = (select platform.employer())
    and exists (select from incident.anonymous_talk t where t.id = talk_id));
create policy added_to_seen_talk on incident.anonymous_message for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and author_id is not distinct from (select platform.person())
    and exists (select from incident.anonymous_talk t where t.id = talk_id));

-- Which employer a visitor is at, before anyone is known. SECURITY DEFINER, as a visitor sees nothing: the one named in the link,
-- else the only one there is, else the first demonstration.
create function incident.anonymous_door(named uuid) returns table (employer_id uuid, organisation_name text)
language sql stable security definer set search_path = pg_catalog as $$
  select e.id, e.name from organisation.employer e
  where case when named is not null then e.id = named
    else e.is_demonstration or (select count(*) from organisation.employer) = 1 end
  order by e.created_at, e.id limit 1
$$;

create function incident.employer_of_talk(key_hash bytea) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select t.employer_id from incident.anonymous_talk t where t.key_hash = employer_of_talk.key_hash
$$;

revoke execute on function incident.anonymous_door, incident.employer_of_talk from public;
grant execute on function incident.anonymous_door, incident.employer_of_talk to rugdekking_app;
