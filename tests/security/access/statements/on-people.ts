import { acts, coordinatesHere, insert, nobody, type Statement, somebodyElse, statement } from './statement.ts';

/** That the two on this dossier are one, in the name of somebody. */
const insertDecision = (by: string, may: Statement['may'], more?: Statement['more']) =>
  statement(
    `insert into incident.same_person_decision (employer_id, id, one_id, one_incident_id, other_id, other_incident_id,
       decision, decided_at, decided_by)
     select $1, $4, s.one_id, $3, s.other_id, $3, 'same', $5, ${by} from incident.same_person s where s.one_incident_id = $3`,
    may,
    more,
  );

/** Who did it, their relatives, notes, and what is seen in them together. */
export const onPeople: readonly Statement[] = [
  statement(
    `update incident.note set location_id = null where id = $6`,
    ({ who }) => who === 'fatima',
    ({ noteId }) => [noteId],
  ),
  statement(`update incident.note set person_id = $2 where employer_id = $1`, nobody),
  statement(`select fingerprint from incident.note_mark where employer_id = $1`, nobody),
  statement(`select fingerprint from incident.person_key where employer_id = $1`, nobody),
  statement(`select fingerprint from incident.person_word where employer_id = $1`, nobody),
  statement(`select fingerprint from incident.report_mark where employer_id = $1`, nobody),
  statement(`select room_id from incident.report_signal where employer_id = $1`, nobody),
  statement(`update incident.same_person set why = '{}' where employer_id = $1`, nobody),
  statement(`update incident.same_person_decision set decision = 'same' where employer_id = $1`, nobody),
  insertDecision('$2', acts),
  insertDecision('$6', nobody, somebodyElse),
  insert(
    'incident.relative',
    'id, incident_id, relation, sealed_identity, added_by, added_at',
    `$4, $3, 'child', '', $2, $5`,
    acts,
  ),
  insert(
    'incident.relative',
    'id, incident_id, relation, sealed_identity, added_by, added_at',
    `$4, $3, 'child', '', $6, $5`,
    nobody,
    somebodyElse,
  ),
  statement(`delete from incident.relative where incident_id = $3`, acts),
  statement(
    `update incident.same_person set state = 'different', decided_at = $5, decided_by = $2
     where $3 in (one_incident_id, other_incident_id)`,
    acts,
  ),
  insert('incident.pattern', 'id, fact, needed, days, found_at', `$4, 'person', 1, 1, $5`, nobody),
  statement(
    `update incident.pattern set asked_at = asked_at where id in
       (select pattern_id from incident.pattern_signal where note_id = $6)`,
    coordinatesHere,
    ({ noteId }) => [noteId],
  ),
  statement(`update incident.pattern set fact = 'team' where employer_id = $1`, nobody),
  statement(
    `update incident.pattern_signal set answer = 'declined', answered_at = $5 where note_id = $6`,
    ({ who }) => who === 'fatima',
    ({ noteId }) => [noteId],
  ),
  insert(
    'incident.signal_rules_version',
    'id, version, content, since, created_by',
    `$4, 99, '{}', $5, $2`,
    ({ coordinates }) => coordinates,
  ),
  insert(
    'incident.signal_rules_version',
    'id, version, content, since, created_by',
    `$4, 99, '{}', $5, $6`,
    nobody,
    somebodyElse,
  ),
  statement(
    `delete from incident.note where id = $6`,
    ({ who }) => who === 'fatima',
    ({ noteId }) => [noteId],
  ),
];
