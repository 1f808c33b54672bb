-- How a dossier is worded comes along with the dossier, in one round trip: every version of the organisation's own words, and what
-- this reader sees of the answers they name. Null where nobody changed a word. One plan for everybody, as for incident.dossier.
create function incident.words_of_dossier(of_incident uuid) returns json
language plpgsql stable
set plan_cache_mode = force_generic_plan
as $$
declare
  history constant json := (
    select json_agg(json_build_object('list', v.list, 'since', v.since, 'words', v.words) order by v.version)
    from protocol.vocabulary_version v where v.employer_id = platform.employer());
begin
  if history is null then
    return null;
  end if;
  return json_build_object(
    'history', history,
    'toldDetails', (
      select json_agg(json_build_object('at', d.added_at, 'codes', d.codes) order by d.added_at, d.id)
      from incident.detail d where d.incident_id = of_incident),
    'toldWords', (
      select json_agg(json_build_object('list', w.list, 'codes', w.codes, 'at', w.chosen_at) order by w.chosen_at, w.id)
      from incident.chosen_word w where w.incident_id = of_incident));
end $$;
revoke execute on function incident.words_of_dossier from public;
grant execute on function incident.words_of_dossier to rugdekking_app;
