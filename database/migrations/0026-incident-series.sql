-- What happened again: one dossier holds the e-mails, calls and visits of months. Each is told once, by somebody, and never altered;
-- what was added by mistake is taken back by whoever added it, and stays with its moment.

create domain incident.series_way as text check (value in ('mail', 'call', 'message', 'visit', 'seen', 'other'));

create table incident.series_event (
  id uuid primary key,
  employer_id uuid not null,
  incident_id uuid not null references incident.incident (id) on delete cascade,
  person_id uuid not null references organisation.person (id),
  way incident.series_way not null,
  occurred_at timestamptz not null,
  occurred_precision incident.occurrence_precision not null,
  added_at timestamptz not null,
  sealed_text bytea not null,
  taken_back_at timestamptz
);
comment on column incident.series_event.occurred_precision is 'day: only the day is known, and the moment stands at its noon';
create index series_event_newest on incident.series_event (incident_id, occurred_at desc, id desc) where taken_back_at is null;

alter table incident.series_event enable row level security;
alter table incident.series_event force row level security;
create policy owner_all on incident.series_event to current_user using (true) with check (true);
create policy worker_of_employer on incident.series_event to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));

-- As with an account: whoever reads what people told, oneself, and those concerned once they told their own.
create policy seen on incident.series_event for select to rugdekking_app
  using (employer_id = (select platform.employer()) and (
    person_id = (select platform.person()) or incident.may(incident_id, 8)
    or incident.may(incident_id, 512) and incident.has_given_account(incident_id, (select platform.person()))));
create policy added on incident.series_event for insert to rugdekking_app
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person())
    and taken_back_at is null and incident.may(incident_id, 256 | 512));
create policy taken_back_by_self on incident.series_event for update to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()) and taken_back_at is null)
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));

grant select, insert, update (taken_back_at) on incident.series_event to rugdekking_app;
grant select on incident.series_event to rugdekking_worker;
