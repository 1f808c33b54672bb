-- The lists of incidents, narrowed by an organisation's own words. A word of one's own stands beside each list row of a dossier
-- that says it, so that a page is taken from an index however many dossiers there are. Dossiers told in the words of the program
-- alone have no row here. Every filter is an equality in front of the newest-first order, as on the lists themselves (0005).

create table incident.listed_word (
  employer_id uuid not null,
  incident_id uuid not null,
  list_id uuid not null,
  is_led boolean not null,
  word text not null check (word ~ '^[a-z]+-own_[a-z0-9_]{0,36}$'),
  part integer not null,
  facets smallint not null,
  team_id uuid,
  location_id uuid,
  reported_at timestamptz not null,
  primary key (incident_id, list_id, is_led, word),
  foreign key (incident_id, list_id, is_led) references incident.listed (incident_id, list_id, is_led) on delete cascade
);
comment on table incident.listed_word is 'written by triggers only, from what a dossier says at this moment';
comment on column incident.listed_word.word is 'the list it is chosen from and its code: place-own_tram';
comment on column incident.listed_word.part is 'the parts of the dossier of which a reader must see one to find it by this word';
create index listed_word_newest on incident.listed_word (list_id, is_led, word, reported_at desc, incident_id desc);
create index listed_word_by_facets on incident.listed_word (list_id, is_led, word, facets, reported_at desc, incident_id desc);
create index listed_word_by_team on incident.listed_word (list_id, is_led, word, team_id, facets, reported_at desc, incident_id desc);
create index listed_word_by_location
  on incident.listed_word (list_id, is_led, word, location_id, facets, reported_at desc, incident_id desc);
create index listed_word_by_team_location
  on incident.listed_word (list_id, is_led, word, team_id, location_id, facets, reported_at desc, incident_id desc);

alter table incident.listed_word enable row level security;
alter table incident.listed_word force row level security;
create policy owner_all on incident.listed_word to current_user using (true) with check (true);
create policy worker_of_employer on incident.listed_word to rugdekking_worker
  using (employer_id = (select platform.employer())) with check (employer_id = (select platform.employer()));
-- On a list of one's own, and where the answer itself may be read. The grant is asked for as a value: looked up by key (0035).
create policy own_lists on incident.listed_word for select to rugdekking_app
  using (employer_id = (select platform.employer()) and list_id = any ((select platform.grantees())::uuid[]) and (
    select true from incident.access_grant g
    where g.incident_id = listed_word.incident_id and g.grantee_id = any ((select platform.grantees())::uuid[])
      and g.parts & listed_word.part <> 0 limit 1));
grant select on incident.listed_word to rugdekking_worker, rugdekking_app;

-- The own words that dossiers say now: the last that were chosen, as long as they count as what it is filed as
-- (server/incident/words/shown-words.ts tells the same). `part` as in the policy of incident.chosen_word.
create function incident.own_words_of(of_incidents uuid[]) returns table (incident_id uuid, word text, part integer)
language sql stable security definer set search_path = pg_catalog as $$
  with newest as (
    select distinct on (w.incident_id, w.list) w.incident_id, w.list::text, w.codes from incident.chosen_word w
    where w.incident_id = any (of_incidents) order by w.incident_id, w.list, w.chosen_at desc, w.id desc
  ), told as (
    select n.incident_id, n.list, n.codes, counted.codes as counted, filed.codes as filed
    from newest n
    join incident.incident i on i.id = n.incident_id
    -- What a word counts as never changes, so any version that has it will do.
    cross join lateral (
      select array_agg(case when c.code like 'own\_%' then (
        select v.words_found ->> 'countsAs' from (
          select v.version, jsonb_path_query_first(v.words, '$[*] ? (@.code == $code)', jsonb_build_object('code', c.code)) as words_found
          from protocol.vocabulary_version v where v.employer_id = i.employer_id and v.list = n.list) v
        where v.words_found is not null order by v.version desc limit 1) else c.code end) as codes
      from unnest(n.codes) as c (code)) counted
    left join lateral (
      select case jsonb_typeof(d.codes -> f.field)
          when 'array' then array(select jsonb_array_elements_text(d.codes -> f.field))
          when 'string' then array[d.codes ->> f.field] end as codes
      from (values ('cause', 'cause'), ('flag', 'flags'), ('form', 'form'), ('injury', 'injuries')) as f (list, field)
      join incident.detail d on d.incident_id = i.id and d.codes ? f.field
      where f.list = n.list
      order by d.added_at desc, d.id desc limit 1) answered on true
    cross join lateral (
      select case n.list
        when 'kind' then array[i.kind::text]
        when 'place' then array[i.place_kind::text]
        when 'target' then array[i.target::text]
        when 'action' then i.actions
        when 'form' then case when i.form is null then answered.codes else array[i.form::text] end
        else answered.codes end as codes) filed
  )
  select distinct t.incident_id, t.list || '-' || c.code,
    case t.list when 'kind' then 1 when 'target' then 1 when 'place' then 2 when 'action' then 8 | 512 else 8 end
  from told t cross join unnest(t.codes) as c (code)
  where c.code like 'own\_%' and t.filed @> t.counted and t.filed <@ t.counted
$$;

-- One way, whatever changed: what is said no longer goes, what is said now comes.
create function incident.put_words_on_lists(of_incidents uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from incident.listed_word where incident_id = any (of_incidents);
  insert into incident.listed_word
    (employer_id, incident_id, list_id, is_led, word, part, facets, team_id, location_id, reported_at)
  select l.employer_id, l.incident_id, l.list_id, l.is_led, w.word, w.part, l.facets, l.team_id, l.location_id, l.reported_at
  from incident.own_words_of(of_incidents) w join incident.listed l on l.incident_id = w.incident_id;
end $$;

create function incident.words_were_chosen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform incident.put_words_on_lists(array(select distinct incident_id from changed));
  return null;
end $$;
create trigger words_were_chosen after insert on incident.chosen_word
  referencing new table as changed for each statement execute function incident.words_were_chosen();
create trigger words_were_forgotten after delete on incident.chosen_word
  referencing old table as changed for each statement execute function incident.words_were_chosen();

-- Filed otherwise, answered anew, or on one more list. Few of those dossiers have words of one's own.
create function incident.words_may_differ() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_incident uuid;
begin
  if tg_table_name = 'incident' then
    of_incident := new.id;
  else
    of_incident := new.incident_id;
  end if;
  if exists (select from incident.chosen_word w where w.incident_id = of_incident) then
    perform incident.put_words_on_lists(array[of_incident]);
  end if;
  return null;
end $$;
create trigger words_may_differ after update of kind, form on incident.incident for each row
  when ((old.kind, old.form) is distinct from (new.kind, new.form)) execute function incident.words_may_differ();
create trigger words_may_differ after insert on incident.detail for each row execute function incident.words_may_differ();
-- It stands on the list of the coordinator before anything can be chosen.
create trigger words_may_differ after insert on incident.listed for each row
  when (new.is_led) execute function incident.words_may_differ();

-- As before (0005), and the words move along.
create or replace function incident.move_on_lists() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  code constant smallint := incident.facets(new.state, new.severity, new.kind);
begin
  update incident.listed set facets = code, team_id = new.team_id, location_id = new.location_id where incident_id = new.id;
  update incident.listed_word set facets = code, team_id = new.team_id, location_id = new.location_id where incident_id = new.id;
  return null;
end $$;

revoke execute on function incident.own_words_of, incident.put_words_on_lists, incident.words_were_chosen,
  incident.words_may_differ from public;

select incident.put_words_on_lists(array(select distinct incident_id from incident.chosen_word));

-- An extra question may be answered with a word of a list: what it was called then is read from the version that counted.
alter table incident.question_answer add column words_version integer check (words_version >= 0);
comment on column incident.question_answer.words_version is
  'the version of the list of words it was chosen from, 0 as the program brought it; null: not chosen from such a list';
