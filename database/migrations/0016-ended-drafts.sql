-- A draft that was sent, noted or thrown away is over. Its last save may still be underway then, from this tab or from another
-- device: it must not come back. Ids only, and of the maker alone; after thirty days nothing can still be underway.
create table incident.ended_draft (
  person_id uuid not null,
  draft_id uuid not null,
  employer_id uuid not null,
  ended_at timestamptz not null,
  primary key (person_id, draft_id),
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);

alter table incident.ended_draft enable row level security;
alter table incident.ended_draft force row level security;
create policy owner_all on incident.ended_draft to current_user using (true) with check (true);
create policy worker_of_employer on incident.ended_draft to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
create policy own on incident.ended_draft to rugdekking_app
  using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
  with check (employer_id = (select platform.employer()) and person_id = (select platform.person()));
grant select, insert, delete on incident.ended_draft to rugdekking_app;
grant select, delete on incident.ended_draft to rugdekking_worker;

-- SECURITY INVOKER, these two: a draft is its maker's alone. Both hold the draft by its id, so that a save and the end never pass
-- each other unseen; each statement after that looks anew.
create function incident.draft_is_over(draft uuid) returns boolean
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(draft::text, 0));
  return exists (select from incident.ended_draft e where e.person_id = platform.person() and e.draft_id = draft);
end $$;

-- Whether there was a draft to end.
create function incident.end_draft(draft uuid) returns boolean
language plpgsql volatile as $$
declare
  was_there boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(draft::text, 0));
  delete from incident.draft d where d.id = draft and d.person_id = platform.person();
  was_there := found;
  insert into incident.ended_draft (person_id, draft_id, employer_id, ended_at)
  values (platform.person(), draft, platform.employer(), platform.now()) on conflict do nothing;
  delete from incident.ended_draft e
  where e.person_id = platform.person() and e.ended_at < platform.now() - interval '30 days';
  return was_there;
end $$;
revoke execute on function incident.draft_is_over, incident.end_draft from public;
grant execute on function incident.draft_is_over, incident.end_draft to rugdekking_app;
