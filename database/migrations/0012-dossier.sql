-- One calm page is one round trip: everything of a dossier that this reader may see, as one document.
-- SECURITY INVOKER: the policies of each table decide which rows there are. PL/pgSQL keeps the plan of this single statement;
-- that is safe here because each part is found by the id of the incident, whoever asks.

-- `stable` although it always says the same: only then does the planner write it out, as json_build_object is no more than that.
create function incident.person_as_json(id uuid, given_name text, family_name text) returns json
language sql stable parallel safe
return case when id is not null then json_build_object('id', id, 'givenName', given_name, 'familyName', family_name) end;

-- `{t.finished_by}` stands for the name of that person, looked up by its key: joined, a planner that knows nothing of the tables yet
-- may go through everybody.
do $names$
begin
  execute regexp_replace($sql$
create function incident.dossier(of_incident uuid) returns json
language plpgsql stable
set plan_cache_mode = force_generic_plan
as $dossier$
declare
  me constant uuid[] := platform.grantees();
  bits integer;
  leads boolean;
  document json;
begin
  select bit_or(g.parts), bool_or(g.level = 'leads') into bits, leads
  from incident.access_grant g where g.incident_id = of_incident and g.grantee_id = any (me);
  if bits is null then
    return null;
  end if;
  perform set_config('app.dossier', of_incident::text, true), set_config('app.dossier_parts', bits::text, true);
  document := (
    select json_build_object(
      'bits', bits,
      'leads', leads,
      'key', encode(k.wrapped, 'base64'),
      'head', json_build_object(
        'incidentId', i.id, 'number', i.number, 'kind', i.kind, 'severity', i.severity, 'form', i.form, 'columns', i.matrix_columns,
        'state', i.state, 'target', i.target, 'occurredAt', i.occurred_at, 'occurredPrecision', i.occurred_precision,
        'reportedAt', i.reported_at, 'reporterId', i.reporter_id, 'isUnsafe', i.is_unsafe, 'isInjured', i.is_injured,
        'personGone', i.person_gone, 'actions', i.actions, 'needs', i.needs, 'placeKind', i.place_kind,
        'locationName', l.name, 'roomName', r.name, 'teamName', t.name,
        'takenUpBy', {i.taken_up_by}, 'takenUpAt', i.taken_up_at,
        'contactAt', i.contact_at, 'responseDueAt', i.response_due_at, 'responseSentAt', i.response_sent_at,
        'deferralReason', i.response_deferred_reason, 'reviewOn', i.response_review_on, 'correctedReason', i.corrected_reason),
      'chain', (
        select json_build_object('state', c.state, 'round', c.round, 'nextAt', c.next_at, 'contactDueAt', c.contact_due_at,
          'told', {c.told_person_id})
        from incident.chain c
        where c.incident_id = of_incident),
      'calls', (
        select json_agg(json_build_object('person', {c.person_id}, 'role', c.role, 'toldAt', c.told_at, 'round', c.round) order by c.step)
        from incident.chain_call c
        where c.incident_id = of_incident),
      'tasks', (
        select json_agg(json_build_object('taskId', t.id, 'incidentId', t.incident_id, 'incidentNumber', t.incident_number,
          'code', t.code, 'title', t.title, 'explanation', t.explanation, 'sealedTitle', encode(t.sealed_title, 'base64'),
          'ownerRole', t.owner_role, 'owner', {t.owner_subject_id},
          'isMine', t.owner_subject_id = any (me), 'state', t.state, 'dueAt', t.due_at, 'finishedAt', t.finished_at,
          'finishedBy', {t.finished_by}, 'records', t.records,
          'sealedRecord', encode(t.sealed_record, 'base64')) order by t.position, t.due_at, t.id)
        from incident.task t
        where t.incident_id = of_incident),
      'people', (
        select json_agg(json_build_object('involvedId', v.id, 'role', v.role,
          'person', {v.person_id}, 'phone', (select p.phone from organisation.person p where p.id = v.person_id), 'knowledge', v.knowledge,
          'sealedIdentity', encode(v.sealed_identity, 'base64')) order by v.added_at, v.role, v.id)
        from incident.involved v
        where v.incident_id = of_incident),
      'accounts', (
        select json_agg(json_build_object('person', {a.person_id}, 'state', a.state, 'sealedStory', encode(a.sealed_story, 'base64'), 'givenAt', a.given_at)
          order by a.given_at nulls last, a.asked_at, a.id)
        from incident.account a
        where a.incident_id = of_incident),
      'addenda', (
        select json_agg(json_build_object('id', a.id, 'person', {a.person_id}, 'addedAt', a.added_at, 'sealedText', encode(a.sealed_text, 'base64')) order by a.added_at, a.id)
        from incident.addendum a
        where a.incident_id = of_incident),
      'details', (
        select json_agg(json_build_object('id', d.id, 'codes', d.codes, 'sealedTexts', encode(d.sealed_texts, 'base64'))
          order by d.added_at, d.id)
        from incident.detail d where d.incident_id = of_incident),
      'contacts', (
        select json_agg(json_build_object('id', c.id, 'with', {c.with_person_id},
          'by', {c.by_person_id}, 'way', c.way, 'reached', c.reached, 'at', c.at,
          'sealedNote', encode(c.sealed_note, 'base64')) order by c.at, c.id)
        from incident.contact c
        where c.incident_id = of_incident),
      'fields', (
        select json_object_agg(s.field, encode(s.sealed_text, 'base64'))
        from incident.sealed_field s where s.incident_id = of_incident),
      'steps', (
        select json_agg(json_build_object('id', s.id, 'at', s.at, 'kind', s.kind, 'data', s.data, 'actor', {s.actor_id},
          'concerns', {s.concerns_id}) order by s.at, s.id)
        from incident.step s
        where s.incident_id = of_incident),
      'closures', (
        select json_agg(json_build_object('id', c.id, 'closedAt', c.closed_at,
          'closedBy', {c.closed_by},
          'sealedConclusion', encode(c.sealed_conclusion, 'base64'), 'discussedOn', c.discussed_on,
          'attendees', (select json_agg(incident.person_as_json(q.id, q.given_name, q.family_name) order by q.given_name)
                        from organisation.person q where q.id = any (c.attendees)),
          'notDiscussedReason', c.not_discussed_reason, 'victimWish', c.victim_wish, 'reopenedAt', c.reopened_at,
          'sealedReopenReason', encode(c.sealed_reopen_reason, 'base64')) order by c.closed_at, c.id)
        from incident.closure c
        where c.incident_id = of_incident))
    from incident.incident i
    left join organisation.location l on l.id = i.location_id
    left join organisation.room r on r.id = i.room_id
    left join organisation.team t on t.id = i.team_id
    left join platform.dossier_key k on k.incident_id = i.id
    where i.id = of_incident);
  perform set_config('app.dossier', '', true);
  return document;
end $dossier$
$sql$, '\{(\w+\.\w+)\}',
    '(select incident.person_as_json(named.id, named.given_name, named.family_name) from organisation.person named where named.id = \1)', 'g');
end $names$;

revoke execute on function incident.person_as_json, incident.dossier from public;
grant execute on function incident.person_as_json, incident.dossier to rugdekking_app;
