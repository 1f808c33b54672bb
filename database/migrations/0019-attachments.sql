-- Photos, screenshots, sound, letters and e-mails with a dossier. Here stand the facts of a file; its bytes lie sealed outside the database,
-- under a key that stems from the key of the dossier: when that is destroyed, so are they. The name of a file is sealed like any text.

create domain incident.attachment_kind as text check (value in ('image', 'audio', 'video', 'document', 'email'));

create table incident.attachment (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  state text not null check (state in ('arriving', 'kept')),
  size bigint not null check (size > 0),
  started_at timestamptz not null,
  kept_at timestamptz,
  sha256 bytea check (length(sha256) = 32),
  kind incident.attachment_kind,
  media_type text,
  scan text not null default 'not_scanned' check (scan in ('not_scanned', 'waiting', 'clean', 'infected')),
  copy text not null default 'none' check (copy in ('none', 'waiting', 'ready', 'impossible')),
  copy_size bigint,
  thumbnail_size bigint,
  sealed_name bytea not null,
  hidden_at timestamptz,
  hidden_by uuid references organisation.person (id),
  sealed_hidden_reason bytea,
  check ((state = 'kept') = (kept_at is not null)),
  check (state = 'arriving' or (sha256 is not null and kind is not null and media_type is not null)),
  check ((hidden_at is null) = (sealed_hidden_reason is null)),
  check (hidden_at is null or state = 'kept'),
  check ((copy = 'ready') = (copy_size is not null and thumbnail_size is not null))
);
comment on column incident.attachment.sha256 is 'of the original, as it came in: the same number stands beside the file when it is handed over';
comment on column incident.attachment.copy is 'a copy of a picture for looking at, without place, device or other data hidden in it';
create index attachment_of_incident on incident.attachment (incident_id, started_at desc, id desc);
create index attachment_arriving on incident.attachment (employer_id, started_at) where state = 'arriving';

alter table incident.attachment enable row level security;
alter table incident.attachment force row level security;
create policy owner_all on incident.attachment to current_user using (true) with check (true);
create policy worker_of_employer on incident.attachment to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));

-- Who may read what people told sees what they added; whoever added it sees their own. One that is still arriving is its maker's alone.
create policy seen on incident.attachment for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) and incident.may(incident_id, 1) or state = 'kept' and incident.may(incident_id, 8)));
create policy added on incident.attachment for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and state = 'arriving' and incident.may(incident_id, 1));
create policy came_in_or_hidden on incident.attachment for update to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) and state = 'arriving' or incident.may(incident_id, 256)))
  with check (employer_id = (select platform.employer()) and state = 'kept');
-- Kept is kept: only what never came in whole can be taken away.
create policy given_up on incident.attachment for delete to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()) and state = 'arriving');

grant select, insert, delete, update (state, kept_at, sha256, kind, media_type, scan, copy, hidden_at, hidden_by, sealed_hidden_reason)
  on incident.attachment to rugdekking_app;
grant select, update, delete on incident.attachment to rugdekking_worker;

-- What came in stays what it was, whoever asks.
create function incident.attachment_stays() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if old.state = 'kept' and (new.state, new.size, new.sha256, new.kind, new.media_type, new.kept_at, new.person_id, new.incident_id, new.sealed_name)
    is distinct from (old.state, old.size, old.sha256, old.kind, old.media_type, old.kept_at, old.person_id, old.incident_id, old.sealed_name) then
    raise exception 'a kept attachment is never altered' using errcode = 'insufficient_privilege';
  end if;
  if old.hidden_at is not null and (new.hidden_at, new.hidden_by, new.sealed_hidden_reason)
    is distinct from (old.hidden_at, old.hidden_by, old.sealed_hidden_reason) then
    raise exception 'why an attachment was hidden is never altered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger attachment_stays before update on incident.attachment
  for each row execute function incident.attachment_stays();

-- How much there is with a dossier already, also of what this person may not see. Two that begin at once wait for each other.
create function incident.attached(of_incident uuid, out files bigint, out bytes numeric)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (
    select 1 from incident.access_grant g
    where g.incident_id = of_incident and g.employer_id = platform.employer() and g.grantee_id = any (platform.grantees())) then
    files := 0;
    bytes := 0;
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('attached ' || of_incident::text, 0));
  select count(*), coalesce(sum(a.size), 0) into files, bytes
  from incident.attachment a where a.incident_id = of_incident and a.employer_id = platform.employer();
end $$;
revoke execute on function incident.attached, incident.attachment_stays from public;
grant execute on function incident.attached to rugdekking_app;
