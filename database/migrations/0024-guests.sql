-- Somebody without an account (a councillor, a colleague of another employer, a partner) reports and follows their own incident
-- by a personal link and a code. And where an office-holder lives is shown to nobody who did not say why they must know it.

alter table organisation.person add column is_by_link boolean not null default false;
comment on column organisation.person.is_by_link is
  'was invited by a personal link only: stands on no list of colleagues';

alter table identity.session drop constraint session_method_check;
alter table identity.session add constraint session_method_check
  check (method in ('password', 'recovery_code', 'passkey', 'invitation', 'set_up', 'demonstration', 'guest_link'));

create table incident.guest_link (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null references organisation.person (id),
  incident_id uuid references incident.incident (id) on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  sent_by uuid not null references organisation.person (id),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  last_used_at timestamptz,
  -- Of link and code together, so that six digits alone say nothing.
  code_hash bytea check (length(code_hash) = 32),
  code_until timestamptz,
  check ((code_hash is null) = (code_until is null))
);
comment on column incident.guest_link.incident_id is 'null: to report something themselves';
create index guest_link_newest on incident.guest_link (employer_id, sent_at desc, id desc);
create index guest_link_of_incident on incident.guest_link (incident_id, sent_at desc, id desc);

alter table incident.guest_link enable row level security;
alter table incident.guest_link force row level security;
create policy owner_all on incident.guest_link to current_user using (true) with check (true);
create policy worker_of_employer on incident.guest_link to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
grant select on incident.guest_link to rugdekking_worker;
grant select, insert, update (withdrawn_at, last_used_at, code_hash, code_until) on incident.guest_link to rugdekking_app;

-- Sent and closed by the coordinator, and by who acts on the dossier; used by the one to whom it was sent.
create policy sent_or_own on incident.guest_link to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person())
    or (select organisation.role_subject(platform.employer(), 'coordinator')) = any ((select platform.grantees())::uuid[])
    or (incident_id is not null and incident.may(incident_id, 256))))
  with check (employer_id = (select platform.employer()));
create policy sent_by_self on incident.guest_link as restrictive for insert to rugdekking_app
  with check (sent_by = (select platform.person()) and person_id <> sent_by
    and exists (select from organisation.person p where p.id = person_id)
    and case when incident_id is null
      then (select organisation.role_subject(platform.employer(), 'coordinator')) = any ((select platform.grantees())::uuid[])
      else incident.may(incident_id, 256) end);

-- Who came by a link, before anyone is known. SECURITY DEFINER, as a visitor sees nothing; whoever can sign in comes in by that door.
create function incident.find_guest_link(token text, at timestamptz)
  returns table (link_id uuid, employer_id uuid, person_id uuid, incident_id uuid, expires_at timestamptz, given_name text,
    organisation_name text, email text, phone text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.employer_id, l.person_id, l.incident_id, l.expires_at, p.given_name, e.name, p.email, p.phone
  from incident.guest_link l
  join organisation.person p on p.id = l.person_id
  join organisation.employer e on e.id = l.employer_id
  where l.token_hash = decode(token, 'hex') and l.withdrawn_at is null and l.expires_at > at
    and (p.ended_at is null or p.ended_at > at)
    and not exists (select from identity.account a where a.person_id = p.id and a.state <> 'invited')
    and not exists (select from organisation.holdings_of(p.id, at))
$$;
revoke execute on function incident.find_guest_link from public;
grant execute on function incident.find_guest_link to rugdekking_app;

-- Who opened the place where an office-holder lives, and why. Open for the one who asked, for a short while.
create table incident.place_look (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  reason text not null check (reason in ('speak_there', 'police', 'safety_there')),
  at timestamptz not null,
  until timestamptz not null
);
create index place_look_of_incident on incident.place_look (incident_id, person_id, until desc);
alter table incident.place_look enable row level security;
alter table incident.place_look force row level security;
create policy owner_all on incident.place_look to current_user using (true) with check (true);
create policy worker_of_employer on incident.place_look to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
grant select on incident.place_look to rugdekking_worker;
grant select, insert on incident.place_look to rugdekking_app;
create policy own_looks on incident.place_look for select to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()));
create policy by_those_who_act on incident.place_look for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and incident.may(incident_id, 256));

-- The place of what happened to an office-holder in private life is, mostly, their home. SECURITY DEFINER: whoever sees only the
-- header may not see who is on the dossier, and still must not see where it was.
create function incident.is_protected_place(of_incident uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from incident.incident i
    where i.id = of_incident and i.employer_id = platform.employer() and i.place_kind = 'private_life'
      and (i.target = 'office_holder' or exists (
        select from incident.involved v join organisation.person p on p.id = v.person_id
        where v.incident_id = i.id and v.role in ('reporter', 'victim') and p.kind = 'office_holder')))
$$;

-- Open to whoever told it or lives there (the reporter, the victim), and to who just said why they must know it.
create function incident.place_is_open(of_incident uuid) returns boolean
language sql stable as $$
  select not incident.is_protected_place(of_incident)
    or exists (
      select from incident.access_grant g
      where g.incident_id = of_incident and g.grantee_id = platform.person() and g.level in ('reports', 'suffered'))
    or exists (
      select from incident.place_look k
      where k.incident_id = of_incident and k.person_id = platform.person() and k.until > platform.now())
$$;
revoke execute on function incident.is_protected_place, incident.place_is_open from public;
grant execute on function incident.is_protected_place, incident.place_is_open to rugdekking_app, rugdekking_worker;

create policy home_of_office_holder on incident.sealed_field as restrictive for select to rugdekking_app
  using (field <> 'place' or incident.place_is_open(incident_id));
