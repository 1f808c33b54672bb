-- Finding again in a register of a million incidents: by number, by who has it, and by names that stand nowhere readable.

-- The start of a number: compared byte by byte, whatever the language of the database.
create index incident_number_begins on incident.incident (employer_id, number text_pattern_ops);
-- "Who has it", on the lists themselves: nothing to keep up for a report that nobody has yet.
alter table incident.listed add column holder_id uuid;
create index listed_by_holder on incident.listed (list_id, is_led, holder_id, reported_at desc, incident_id desc)
  where holder_id is not null;
update incident.listed l set holder_id = i.taken_up_by
from incident.incident i where i.id = l.incident_id and i.taken_up_by is not null;

create function incident.hold_on_lists() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update incident.listed set holder_id = new.taken_up_by where incident_id = new.id;
  return null;
end $$;
create trigger hold_on_lists after update of taken_up_by on incident.incident for each row
  when (old.taken_up_by is distinct from new.taken_up_by) execute function incident.hold_on_lists();
-- After grant_from_incident, which puts it on the list of the coordinator.
create trigger hold_on_lists_at_once after insert on incident.incident for each row
  when (new.taken_up_by is not null) execute function incident.hold_on_lists();

-- As before (0005), and who comes to lead it sees who has it.
create or replace function incident.grant_from_lead() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    delete from incident.access_grant
    where incident_id = old.incident_id and grantee_id = old.subject_id and level in ('leads', 'leads_own_people');
    delete from incident.listed where incident_id = old.incident_id and list_id = old.subject_id and is_led;
  else
    insert into incident.access_grant (employer_id, incident_id, grantee_id, level, source_id, parts, reported_at)
    select new.employer_id, new.incident_id, new.subject_id,
           case new.scope when 'own_people' then 'leads_own_people' else 'leads' end, new.incident_id,
           case new.scope when 'own_people' then 131 else 511 end, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
    insert into incident.listed (employer_id, incident_id, list_id, is_led, facets, team_id, location_id, holder_id, reported_at)
    select i.employer_id, i.id, new.subject_id, true, incident.facets(i.state, i.severity, i.kind), i.team_id, i.location_id,
           i.taken_up_by, i.reported_at
    from incident.incident i where i.id = new.incident_id
    on conflict do nothing;
  end if;
  return null;
end $$;

-- Keyed fingerprints of the first letters of a sealed name, made with a key outside the database. Nobody can read a name from
-- them; they go with the sealed name itself. `part` is what a reader must see of the dossier to find it by this name.
create table incident.name_token (
  involved_id uuid not null references incident.involved (id) on delete cascade,
  employer_id uuid not null,
  incident_id uuid not null,
  token bigint not null,
  part integer not null check (part in (4, 16)),
  reported_at timestamptz not null,
  primary key (involved_id, token)
);
create index name_token_newest on incident.name_token (employer_id, token, reported_at desc, incident_id desc);

alter table incident.name_token enable row level security;
alter table incident.name_token force row level security;
create policy owner_all on incident.name_token to current_user using (true) with check (true);
create policy worker_of_employer on incident.name_token to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
create policy seen on incident.name_token for select to rugdekking_app
  using (employer_id = (select platform.employer()) and incident.sees(incident_id, part));
grant select on incident.name_token to rugdekking_app;
grant select, insert, delete on incident.name_token to rugdekking_worker;

-- Made by a job, so that nobody at a counter waits for it: right after a report, and now and then for what came in another way.
alter table incident.involved add column names_indexed boolean not null default false;
create index involved_to_index on incident.involved (employer_id, id)
  where role = 'aggressor' and knowledge = 'named' and sealed_identity is not null and not names_indexed;

-- Another name: the fingerprints of the old one go at once.
create function incident.forget_name_tokens() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from incident.name_token where involved_id = old.id;
  new.names_indexed := false;
  return new;
end $$;
create trigger forget_name_tokens before update of sealed_identity, knowledge on incident.involved for each row
  when ((old.sealed_identity, old.knowledge) is distinct from (new.sealed_identity, new.knowledge))
  execute function incident.forget_name_tokens();

-- The incidents whose number begins so, as far as this person sees them; null where these are too many to list.
-- SECURITY DEFINER because the policies would be asked for each number first: it asks the same grants itself, for few.
create function incident.numbered(prefix text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found_ids uuid[];
begin
  found_ids := array(
    select i.id from incident.incident i
    where i.employer_id = platform.employer() and i.number ~>=~ prefix and i.number ~<~ (prefix || chr(1114111))
    order by i.number using ~<~ limit 201);
  if cardinality(found_ids) > 200 then
    return null;
  end if;
  return array(
    select f.id from unnest(found_ids) as f (id)
    where exists (select from incident.access_grant g where g.incident_id = f.id and g.grantee_id = any (platform.grantees())));
end $$;

-- By name, newest first, on the lists of this person. A name of who did it counts for who sees that part (16); a name of a
-- colleague for who sees the people (4). SECURITY DEFINER for the same reason; only incidents on own lists come out.
-- Few fit: look which of them are on the lists. Many fit: walk from new to old, where they are soon found; the coordinator by the
-- name, whoever leads some by their own list. Looked up as a value, not as `exists`: the planner may answer that by a whole table.
create function incident.find_by_name(
  tokens bigint[], people uuid[], asked_list uuid, of_led boolean, before_at timestamptz, before_id uuid, most integer)
returns table (incident_id uuid, reported_at timestamptz, by_colleague boolean)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  me constant uuid[] := platform.grantees();
  lists constant uuid[] := case when asked_list is null then me when asked_list = any (me) then array[asked_list] else '{}' end;
  employer constant uuid := platform.employer();
  few constant integer := 500;
  hits integer;
begin
  select count(*) into hits from (
    (select from incident.name_token t where t.employer_id = employer and t.token = tokens[1]
     order by t.reported_at desc, t.incident_id desc limit few + 1)
    union all
    (select from incident.access_grant g where g.grantee_id = any (people) and g.level in ('reports', 'suffered', 'witnessed') limit few + 1)
  ) hit;

  if hits <= few then
    return query
      select h.incident_id, h.reported_at, bool_and(h.is_colleague)
      from (
        select t.incident_id, t.reported_at, false as is_colleague, 16 as part from incident.name_token t
        where t.employer_id = employer and t.token = tokens[1]
          and (select count(*) from incident.name_token o where o.involved_id = t.involved_id and o.token = any (tokens)) = cardinality(tokens)
        union all
        select g.incident_id, g.reported_at, true, 4 from incident.access_grant g
        where g.grantee_id = any (people) and g.employer_id = employer and g.level in ('reports', 'suffered', 'witnessed')
      ) h
      where (before_at is null or (h.reported_at, h.incident_id) < (before_at, before_id))
        and (select true from incident.listed l where l.incident_id = h.incident_id and l.list_id = any (lists) and l.is_led = of_led limit 1)
        and (select true from incident.access_grant s where s.incident_id = h.incident_id and s.grantee_id = any (me) and s.parts & h.part <> 0 limit 1)
      group by h.incident_id, h.reported_at
      order by h.reported_at desc, h.incident_id desc limit most;
  elsif not of_led then
    return query
      select h.incident_id, h.reported_at, bool_and(h.is_colleague)
      from (
        (select t.incident_id, t.reported_at, false as is_colleague from incident.name_token t
         where t.employer_id = employer and t.token = tokens[1]
           and (t.reported_at, t.incident_id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           and (select count(*) from incident.name_token o where o.involved_id = t.involved_id and o.token = any (tokens)) = cardinality(tokens)
           and (select true from incident.listed l where l.incident_id = t.incident_id and l.list_id = any (lists) and not l.is_led limit 1)
           and (select true from incident.access_grant s where s.incident_id = t.incident_id and s.grantee_id = any (me) and s.parts & 16 <> 0 limit 1)
         order by t.reported_at desc, t.incident_id desc limit most)
        union all
        select c.incident_id, c.reported_at, true
        from unnest(people) as p (id)
        cross join lateral (
          select g.incident_id, g.reported_at from incident.access_grant g
          where g.grantee_id = p.id and g.employer_id = employer and g.level in ('reports', 'suffered', 'witnessed')
            and (g.reported_at, g.incident_id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            and (select true from incident.listed l where l.incident_id = g.incident_id and l.list_id = any (lists) and not l.is_led limit 1)
            and (select true from incident.access_grant s where s.incident_id = g.incident_id and s.grantee_id = any (me) and s.parts & 4 <> 0 limit 1)
          order by g.reported_at desc, g.incident_id desc limit most) c
      ) h
      group by h.incident_id, h.reported_at
      order by h.reported_at desc, h.incident_id desc limit most;
  else
    return query
      select l.incident_id, l.reported_at, bool_and(l.by_aggressor is not true)
      from unnest(lists) as list (id)
      cross join lateral (
        select l.incident_id, l.reported_at, n.by_aggressor
        from incident.listed l
        cross join lateral (
          select
            (select true from incident.involved v
             where v.incident_id = l.incident_id and v.role = 'aggressor' and (
               select count(*) from incident.name_token o where o.involved_id = v.id and o.token = any (tokens)) = cardinality(tokens) limit 1)
            and (select true from incident.access_grant s where s.incident_id = l.incident_id and s.grantee_id = any (me) and s.parts & 16 <> 0 limit 1)
              as by_aggressor,
            (select true from incident.access_grant g
             where g.incident_id = l.incident_id and g.grantee_id = any (people) and g.level in ('reports', 'suffered', 'witnessed') limit 1)
            and (select true from incident.access_grant s where s.incident_id = l.incident_id and s.grantee_id = any (me) and s.parts & 4 <> 0 limit 1)
              as by_colleague) n
        where l.list_id = list.id and l.is_led and l.employer_id = employer and (n.by_aggressor or n.by_colleague)
          and (l.reported_at, l.incident_id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        order by l.reported_at desc, l.incident_id desc limit most) l
      group by l.incident_id, l.reported_at
      order by l.reported_at desc, l.incident_id desc limit most;
  end if;
end $$;

-- A list as somebody likes to see it: the filters, under a name of their own.
create table incident.saved_view (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  sealed_name bytea not null,
  words jsonb not null check (jsonb_typeof(words) = 'object' and pg_column_size(words) <= 2000),
  is_first boolean not null default false,
  saved_at timestamptz not null,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
comment on column incident.saved_view.words is 'the filters as they stand in the address: codes, ids and dates only';
create index saved_view_of_person on incident.saved_view (person_id, saved_at);
create unique index saved_view_first on incident.saved_view (person_id) where is_first;

-- A file with what somebody might see of a list, for a day. Sealed like everything else, in pieces.
create table incident.export (
  id uuid primary key,
  employer_id uuid not null,
  person_id uuid not null,
  format text not null check (format in ('csv', 'xlsx', 'ods')),
  language text not null check (language in ('nl', 'en')),
  filters jsonb not null check (jsonb_typeof(filters) = 'object' and pg_column_size(filters) <= 2000),
  columns text[] not null check (cardinality(columns) between 1 and 40),
  sealed_reason bytea,
  state text not null check (state in ('making', 'ready', 'failed')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  row_count integer,
  byte_count integer,
  foreign key (employer_id, person_id) references organisation.person (employer_id, id)
);
comment on column incident.export.filters is 'codes, ids and dates only';
create index export_of_person on incident.export (person_id, asked_at desc);
create index export_expires on incident.export (employer_id, expires_at);

create table incident.export_piece (
  export_id uuid not null references incident.export (id) on delete cascade,
  position integer not null,
  employer_id uuid not null,
  person_id uuid not null,
  sealed_bytes bytea not null,
  primary key (export_id, position)
);

do $$
declare t text;
begin
  foreach t in array array['saved_view', 'export', 'export_piece'] loop
    execute format('alter table incident.%I enable row level security', t);
    execute format('alter table incident.%I force row level security', t);
    execute format('create policy owner_all on incident.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker_of_employer on incident.%I to rugdekking_worker
                    using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()))', t);
    execute format('create policy own on incident.%I to rugdekking_app
                    using (employer_id = (select platform.employer()) and person_id = (select platform.person()))
                    with check (employer_id = (select platform.employer()) and person_id = (select platform.person()))', t);
  end loop;
end $$;
grant select, insert, delete, update (sealed_name, words, is_first, saved_at) on incident.saved_view to rugdekking_app;
grant select, insert, delete, update (state, row_count, byte_count) on incident.export to rugdekking_app;
grant select, insert, delete on incident.export_piece to rugdekking_app;
grant select, delete on incident.saved_view to rugdekking_worker;
grant select, delete, update (state) on incident.export to rugdekking_worker;
grant select, delete on incident.export_piece to rugdekking_worker;

revoke execute on function incident.numbered, incident.find_by_name, incident.forget_name_tokens, incident.hold_on_lists from public;
grant execute on function incident.numbered, incident.find_by_name to rugdekking_app;
