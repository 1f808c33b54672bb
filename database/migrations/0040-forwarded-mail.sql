-- Forty threatening e-mails are forwarded, from somebody's own mail program, to an address of one dossier. The address is a secret of
-- whoever made it: kept as a keyed hash to find it by, and sealed with the key of the dossier to show it again. It ends by itself.

create table incident.series_address (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  local_hash bytea not null unique check (length(local_hash) = 32),
  sealed_local bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
comment on column incident.series_address.local_hash is 'of what stands before the @, with a key that is not in the database';
-- Somebody has one address of a dossier at a time.
create unique index series_address_in_use on incident.series_address (incident_id, person_id) where ended_at is null;

-- A mail that came in: no word of it. Its id follows from the address and the message, so that the same one sent again stands there once;
-- the mail itself is the attachment of the same id.
create table incident.series_mail (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  address_id uuid not null references incident.series_address (id),
  person_id uuid not null references organisation.person (id),
  came_in_at timestamptz not null,
  reading text not null check (reading in ('read', 'no_words', 'unreadable')),
  original text not null check (original in ('kept', 'no_room')),
  numbers_left_out integer not null check (numbers_left_out >= 0)
);
comment on column incident.series_mail.numbers_left_out is
  'citizen service numbers in its words: not taken over into the events; the mail itself is sealed as it came';
create index series_mail_newest on incident.series_mail (incident_id, person_id, came_in_at desc);

alter table incident.series_event add column mail_id uuid references incident.series_mail (id);
comment on column incident.series_event.mail_id is 'came in with this mail, forwarded by its writer';

do $$
declare t text;
begin
  foreach t in array array['series_address', 'series_mail'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
      using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('grant select on incident.%I to rugdekking_worker', t);
  end loop;
end $$;

-- Whoever may add events makes an address, for themselves; nobody else sees it.
create policy own on incident.series_address to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy made_by_who_adds on incident.series_address as restrictive for insert to rugdekking_app
  with check (ended_at is null and incident.may(incident_id, 256 | 512));
grant select, insert, update (expires_at, last_used_at, ended_at) on incident.series_address to rugdekking_app;

-- Seen as the events that it brought are seen.
create policy seen on incident.series_mail for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) or incident.may(incident_id, 8)
    or incident.may(incident_id, 512) and incident.has_given_account(incident_id, (select platform.person()))));
create policy came_in on incident.series_mail for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and incident.may(incident_id, 256 | 512)
    and exists (select from incident.series_address a
      where a.id = address_id and a.incident_id = series_mail.incident_id and a.ended_at is null));
grant select, insert on incident.series_mail to rugdekking_app;

-- Whose address this is, before anyone is known: a mail comes in without a session. SECURITY DEFINER, as a visitor sees nothing. Closed for
-- whoever cannot come in any more either: who left, whose account was blocked, a guest whose link has ended.
create function incident.find_series_address(hash bytea, at timestamptz)
  returns table (address_id uuid, employer_id uuid, person_id uuid, incident_id uuid, is_open boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.employer_id, a.person_id, a.incident_id,
    a.ended_at is null and a.expires_at > at
    and (p.ended_at is null or p.ended_at > at)
    and not exists (select from identity.account c where c.person_id = p.id and c.state = 'blocked')
    and (not p.is_by_link
      or exists (select from identity.account c where c.person_id = p.id and c.state = 'active')
      or exists (select from incident.guest_link l
        where l.person_id = p.id and l.withdrawn_at is null and l.expires_at > at))
  from incident.series_address a
  join organisation.person p on p.id = a.person_id
  where a.local_hash = hash
$$;
revoke execute on function incident.find_series_address from public;
grant execute on function incident.find_series_address to rugdekking_app;
