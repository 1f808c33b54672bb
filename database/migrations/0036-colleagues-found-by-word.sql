-- Finding colleagues by name among tens of thousands: a row for each word of a name, looked up by how the word begins. As a
-- pattern on the whole name, PostgreSQL went past everybody, and an incident was found by name only after that.

-- "Søren van der Großmann-Yıldız" is soren, van, der, grossmann and yildiz: as server/incident/rules/name-words.ts spells what is
-- typed; a test compares the two. Only what the letters are counts, so it is the same whatever the language of the database.
create function organisation.name_words(name text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog
as $$
  select array(
    select distinct word
    from regexp_split_to_table(
      replace(replace(replace(replace(lower(translate(
        regexp_replace(normalize(name, nfkd), '[\u0300-\u036f''’`]', '', 'g'),
        'ØøĐđÐðŁłıẞÆŒÞ', 'ooddddllißæœþ')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      '[\u0001-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f]+') as word
    where length(word) > 1)
$$;

create table organisation.name_word (
  person_id uuid not null references organisation.person (id) on delete cascade,
  employer_id uuid not null,
  word text collate "C" not null,
  words text not null,
  primary key (person_id, word)
);
comment on column organisation.name_word.words is 'all of the same name, each between spaces: who has one word is asked for the others';
-- Byte by byte, whatever the language of the database. The id settles which of many come first.
create index name_word_begins on organisation.name_word (employer_id, word, person_id) include (words);

create function organisation.keep_name_words() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    delete from organisation.name_word where person_id = new.id;
  end if;
  insert into organisation.name_word (person_id, employer_id, word, words)
  select new.id, new.employer_id, word, format(' %s ', array_to_string(words, ' '))
  from (select organisation.name_words(new.given_name || ' ' || new.family_name) as words) name cross join unnest(words) as word;
  return null;
end $$;
create trigger keep_name_words after insert on organisation.person
  for each row execute function organisation.keep_name_words();
create trigger keep_name_words_of_other_name after update of given_name, family_name on organisation.person for each row
  when ((old.given_name, old.family_name) is distinct from (new.given_name, new.family_name))
  execute function organisation.keep_name_words();

insert into organisation.name_word (person_id, employer_id, word, words)
select p.id, p.employer_id, word, format(' %s ', array_to_string(words, ' '))
from organisation.person p
cross join lateral (select organisation.name_words(p.given_name || ' ' || p.family_name) as words) name
cross join unnest(words) as word;
analyze organisation.name_word;

alter table organisation.name_word enable row level security;
alter table organisation.name_word force row level security;
create policy name_word_of_own_employer on organisation.name_word for select to rugdekking_app
  using (employer_id = (select platform.employer()));
create policy name_word_for_owner on organisation.name_word to current_user using (true) with check (true);
grant select on organisation.name_word to rugdekking_app;

revoke execute on function organisation.keep_name_words, organisation.name_words from public;

-- Incidents by name as it was (0022), with another way through: from the word that the fewest have, and for colleagues from what
-- they have of their own. A manager's list used to be walked for every name that is common in the whole organisation.

-- By the name of who did it, from new to old. `at_hand` is what somebody leads, if that is not more than twenty thousand;
-- otherwise each is looked up on the lists. The looking is in the order in which it stands (`case`): the cheapest first.
create function incident.named_on_lists(
  tokens bigint[], lists uuid[], of_led boolean, at_hand uuid[], before_at timestamptz, before_id uuid, most integer)
returns table (incident_id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  me constant uuid[] := platform.grantees();
  employer constant uuid := platform.employer();
  until_at constant timestamptz := coalesce(before_at, 'infinity');
  until_id constant uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  rarest bigint;
begin
  select a.token into rarest
  from unnest(tokens) as a (token)
  cross join lateral (
    select count(*) as hits from (
      select from incident.name_token t where t.employer_id = employer and t.token = a.token
      order by t.reported_at desc, t.incident_id desc limit 2000) few) c
  order by c.hits limit 1;

  return query
    select t.incident_id, t.reported_at from incident.name_token t
    where t.employer_id = employer and t.token = rarest
      and (t.reported_at, t.incident_id) < (until_at, until_id)
      and case
        when not t.incident_id = any (at_hand) then false
        when at_hand is null and (
              select true from incident.listed l
              where l.incident_id = t.incident_id and l.list_id = any (lists) and l.is_led = of_led limit 1) is null then false
        -- Asked by itself, so that whose name it is need not be read of the others: they come from the index alone.
        when cardinality(tokens) > 1 and (
              select true from incident.name_token v
              where v.employer_id = employer and v.token = rarest and v.reported_at = t.reported_at and v.incident_id = t.incident_id
                and cardinality(tokens) = (
                  select count(*) from incident.name_token o where o.involved_id = v.involved_id and o.token = any (tokens))
              limit 1) is null then false
        else (select true from incident.access_grant s
              where s.incident_id = t.incident_id and s.grantee_id = any (me) and s.parts & 16 <> 0 limit 1)
      end
    group by t.reported_at, t.incident_id
    order by t.reported_at desc, t.incident_id desc limit most;
end $$;

-- By the name of a colleague: what these people have of their own, newest first, as far as it is on the lists. Who reported what
-- happened to them has two grants for it: grouped, so that a page holds as many incidents as it asks for. `at_hand` as above.
create function incident.colleagues_on_lists(
  people uuid[], lists uuid[], of_led boolean, at_hand uuid[], before_at timestamptz, before_id uuid, most integer)
returns table (incident_id uuid, reported_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  me constant uuid[] := platform.grantees();
  employer constant uuid := platform.employer();
  until_at constant timestamptz := coalesce(before_at, 'infinity');
  until_id constant uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  return query
    select own.incident_id, own.reported_at
    from (
      select g.incident_id, g.reported_at from incident.access_grant g
      where g.grantee_id = any (people) and g.employer_id = employer and g.level in ('reports', 'suffered', 'witnessed')
        and (g.reported_at, g.incident_id) < (until_at, until_id)
      group by g.reported_at, g.incident_id
      -- Looked at in this order, until there are enough.
      order by g.reported_at desc, g.incident_id desc offset 0) own
    where case
      when not own.incident_id = any (at_hand) then false
      when at_hand is null and (
            select true from incident.listed l
            where l.incident_id = own.incident_id and l.list_id = any (lists) and l.is_led = of_led limit 1) is null then false
      else (select true from incident.access_grant s
            where s.incident_id = own.incident_id and s.grantee_id = any (me) and s.parts & 4 <> 0 limit 1)
    end
    order by own.reported_at desc, own.incident_id desc limit most;
end $$;

-- Newest first, on the lists of this person. A name of who did it counts for who sees that part (16); a name of a colleague for who
-- sees the people (4). SECURITY DEFINER because the policies would be asked for each row first; only incidents on own lists come out.
create or replace function incident.find_by_name(
  tokens bigint[], people uuid[], asked_list uuid, of_led boolean, before_at timestamptz, before_id uuid, most integer)
returns table (incident_id uuid, reported_at timestamptz, by_colleague boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  me constant uuid[] := platform.grantees();
  lists constant uuid[] := case when asked_list is null then me when asked_list = any (me) then array[asked_list] else '{}' end;
  many constant integer := 20000;
  at_hand uuid[];
begin
  if of_led then
    at_hand := array(
      select l.incident_id from unnest(lists) as list (id)
      cross join lateral (
        select l.incident_id from incident.listed l where l.list_id = list.id and l.is_led
        order by l.reported_at desc, l.incident_id desc limit many + 1) l);
    -- Most people lead nothing.
    if at_hand = '{}' then
      return;
    end if;
    at_hand := case when cardinality(at_hand) <= many then at_hand end;
  end if;
  return query
    select h.incident_id, h.reported_at, bool_and(h.is_colleague)
    from (
      select n.incident_id, n.reported_at, false as is_colleague
      from incident.named_on_lists(tokens, lists, of_led, at_hand, before_at, before_id, most) n
      union all
      select c.incident_id, c.reported_at, true
      from incident.colleagues_on_lists(people, lists, of_led, at_hand, before_at, before_id, most) c) h
    group by h.incident_id, h.reported_at
    order by h.reported_at desc, h.incident_id desc limit most;
end $$;

revoke execute on function incident.named_on_lists, incident.colleagues_on_lists from public;
