import { cast } from '../../../database/demo/cast.ts';
import { has, type Reader } from './readers.ts';
import type { StagedDossier } from './staged-dossier.ts';

/** A write straight to the database, past the program, in the context of somebody. */
export interface Statement {
  readonly name: string;
  /** $1 is the employer, $2 the person, $3 the dossier, $4 a new id, $5 the moment. */
  readonly sql: string;
  readonly more?: (dossier: StagedDossier) => readonly unknown[];
  readonly may: (reader: Reader) => boolean;
}

const nobody = () => false;
const acts = (reader: Reader) => has(reader, 'act');
const seesHead = (reader: Reader) => has(reader, 'header');
const isConcerned = (reader: Reader) => has(reader, 'othersAccounts');
const coordinatesHere = ({ coordinates, who }: Reader) => coordinates && who !== 'elsewhere';
const worksOnIt = (reader: Reader) => acts(reader) || reader.who === 'kees';
const somebodyElse = () => [cast.gerrit.id];
const task = ({ taskId }: StagedDossier) => [taskId];

const insert = (table: string, columns: string, values: string, may: Statement['may'], more?: Statement['more']) =>
  statement(`insert into ${table} (employer_id, ${columns}) values ($1, ${values})`, may, more);
/** That the two on this dossier are one, in the name of somebody. */
const insertDecision = (by: string, may: Statement['may'], more?: Statement['more']) =>
  statement(
    `insert into incident.same_person_decision (employer_id, id, one_id, one_incident_id, other_id, other_incident_id,
       decision, decided_at, decided_by)
     select $1, $4, s.one_id, $3, s.other_id, $3, 'same', $5, ${by} from incident.same_person s where s.one_incident_id = $3`,
    may,
    more,
  );
const ofDossier = (table: string, set: string, may: Statement['may']) =>
  statement(`update incident.${table} set ${set} where incident_id = $3`, may);

/** Attempts at every table. What nobody may, is done by triggers and jobs, or never. */
export const statements: readonly Statement[] = [
  statement(`update incident.incident set state = state where id = $3`, acts),
  statement(`update incident.incident set severity = 'none' where id = $3`, acts),
  statement(`update incident.incident set reporter_id = $2 where id = $3`, nobody),
  statement(`update incident.incident set employer_id = $4 where id = $3`, nobody),
  statement(`delete from incident.incident where id = $3`, nobody),
  insert(
    'incident.access_grant',
    'incident_id, grantee_id, level, source_id, parts, reported_at',
    `$3, $2, 'leads', $4, 511, $5`,
    nobody,
  ),
  statement(`update incident.access_grant set parts = 4095 where incident_id = $3`, nobody),
  insert('incident.listed', 'incident_id, list_id, is_led, facets, reported_at', `$3, $2, true, 0, $5`, nobody),
  insert(
    'incident.listed_word',
    'incident_id, list_id, is_led, word, part, facets, reported_at',
    `$3, $2, true, 'cause-own_other', 1, 0, $5`,
    nobody,
  ),
  statement('delete from incident.listed_word where incident_id = $3', nobody),
  insert(
    'incident.name_token',
    'involved_id, incident_id, token, part, reported_at',
    `(select v.id from incident.involved v where v.incident_id = $3 limit 1), $3, 1, 16, $5`,
    nobody,
  ),
  insert(
    'incident.hand_over',
    'id, person_id, to_person_id, what, reason, items, at',
    `$4, $6, $6, 'tasks', 'away', '[]', $5`,
    nobody,
    somebodyElse,
  ),
  statement(`update incident.hand_over set to_person_id = $2 where employer_id = $1`, nobody),
  statement(`select incident.pass_on_tasks(array[$6::uuid], $2)`, worksOnIt, task),
  statement(`select from incident.who_may_have(array[$3::uuid], $5)`, acts),
  insert(
    'incident.saved_view',
    'id, person_id, sealed_name, words, saved_at',
    `$4, $6, '', '{}', $5`,
    nobody,
    somebodyElse,
  ),
  insert(
    'incident.export',
    'id, person_id, format, language, filters, columns, state, asked_at, expires_at',
    `$4, $6, 'csv', 'nl', '{}', '{number}', 'ready', $5, $5`,
    nobody,
    somebodyElse,
  ),
  insert(
    'incident.export_piece',
    'export_id, position, person_id, sealed_bytes',
    `$4, 0, $6, ''`,
    nobody,
    somebodyElse,
  ),
  insert('incident.lead', 'incident_id, subject_id, scope, since', `$3, $2, 'whole', $5`, nobody),
  insert(
    'incident.involved',
    'id, incident_id, role, person_id, added_by, added_at',
    `$4, $3, 'victim', $6, $2, $5`,
    (reader) => acts(reader) || reader.levels.includes('reports'),
    somebodyElse,
  ),
  statement(`delete from incident.involved where incident_id = $3`, acts),
  insert(
    'incident.account',
    'id, incident_id, person_id, state',
    `$4, $3, $6, 'asked'`,
    (reader) => acts(reader) || isConcerned(reader),
    somebodyElse,
  ),
  insert('incident.account', 'id, incident_id, person_id, state', `$4, $3, $6, 'given'`, nobody, somebodyElse),
  statement(`update incident.account set state = 'declined' where incident_id = $3 and person_id <> $2`, nobody),
  ofDossier('account', 'team_subject_id = null', nobody),
  insert('incident.addendum', 'id, incident_id, person_id, added_at, sealed_text', `$4, $3, $2, $5, ''`, seesHead),
  insert(
    'incident.addendum',
    'id, incident_id, person_id, added_at, sealed_text',
    `$4, $3, $6, $5, ''`,
    nobody,
    somebodyElse,
  ),
  ofDossier('addendum', 'added_at = added_at', nobody),
  insert(
    'incident.series_event',
    'id, incident_id, person_id, way, occurred_at, occurred_precision, added_at, sealed_text',
    `$4, $3, $2, 'mail', $5, 'day', $5, ''`,
    (reader) => acts(reader) || isConcerned(reader),
  ),
  insert(
    'incident.series_event',
    'id, incident_id, person_id, way, occurred_at, occurred_precision, added_at, sealed_text',
    `$4, $3, $6, 'mail', $5, 'day', $5, ''`,
    nobody,
    somebodyElse,
  ),
  ofDossier('series_event', 'taken_back_at = null', ({ who }) => who === 'fatima'),
  ofDossier('series_event', `sealed_text = ''`, nobody),
  insert('incident.team_summary', 'id, incident_id, version, shared_at', `$4, $3, 1, $5`, nobody),
  ofDossier('team_summary', 'version = 2', acts),
  ofDossier('team_summary', 'shared_at = $5', nobody),
  ofDossier('team_summary', 'in_library = true', nobody),
  ofDossier('team_summary', `discussed_on = '2026-01-01', discussed_by = $2`, acts),
  insert(
    'incident.summary_version',
    'incident_id, version, written_by, written_at, sealed_text',
    `$3, 9, $2, $5, ''`,
    acts,
  ),
  ofDossier('summary_version', `sealed_text = ''`, nobody),
  insert(
    'incident.summary_answer',
    'incident_id, version, person_id, answer, in_library, answered_at',
    `$3, 1, $6, 'good', false, $5`,
    nobody,
    somebodyElse,
  ),
  statement(`update incident.summary_answer set answer = 'good' where incident_id = $3 and person_id <> $2`, nobody),
  ofDossier('approach', 'ended_at = $5, ended_by = $2', acts),
  ofDossier('approach', `valid_until = '2030-01-01'`, nobody),
  statement(`select incident.make_findable(a.id, '{}') from incident.approach a where a.incident_id = $3`, acts),
  statement(`select fingerprint from incident.approach_key where employer_id = $1`, nobody),
  insert(
    'incident.visit_look',
    'id, person_id, at, purpose, is_found',
    `$4, $6, $5, 'phone', false`,
    nobody,
    somebodyElse,
  ),
  statement(`delete from incident.visit_look where person_id = $2`, nobody),
  insert(
    'incident.attachment',
    'id, incident_id, person_id, state, size, started_at, sealed_name',
    `$4, $3, $2, 'arriving', 1, $5, ''`,
    seesHead,
  ),
  insert(
    'incident.attachment',
    'id, incident_id, person_id, state, size, started_at, sealed_name',
    `$4, $3, $6, 'arriving', 1, $5, ''`,
    nobody,
    somebodyElse,
  ),
  ofDossier('attachment', 'scan = scan', acts),
  ofDossier('attachment', `sha256 = decode(repeat('00', 32), 'hex')`, nobody),
  ofDossier('attachment', 'size = 1', nobody),
  statement('delete from incident.attachment where incident_id = $3', nobody),
  statement(
    `update incident.same_event set state = 'different', decided_at = $5, decided_by = $2 where $3 in (one_id, other_id)`,
    acts,
  ),
  statement(
    `update incident.same_event set state = 'different', decided_at = $5, decided_by = $6 where $3 in (one_id, other_id)`,
    nobody,
    somebodyElse,
  ),
  statement(`update incident.same_event set why = '{chosen}' where $3 in (one_id, other_id)`, nobody),
  insert(
    'incident.same_event',
    'id, one_id, other_id, why, minutes_apart, found_at, found_by',
    `$4, $3, $4, '{chosen}', 0, $5, $2`,
    nobody,
  ),
  insert(
    'incident.reclassification',
    'id, incident_id, step_id, person_id, at, before, after',
    `$4, $3, $4, $2, $5, '{}', '{}'`,
    acts,
  ),
  insert(
    'incident.reclassification',
    'id, incident_id, step_id, person_id, at, before, after',
    `$4, $3, $4, $6, $5, '{}', '{}'`,
    nobody,
    somebodyElse,
  ),
  ofDossier('reclassification', `after = '{}'`, nobody),
  insert('incident.withdrawal', 'id, incident_id, step_id, person_id, withdrawn_at', `$4, $3, $4, $2, $5`, (reader) =>
    reader.levels.includes('reports'),
  ),
  insert(
    'incident.withdrawal',
    'id, incident_id, step_id, person_id, withdrawn_at',
    `$4, $3, $4, $6, $5`,
    nobody,
    somebodyElse,
  ),
  ofDossier('withdrawal', 'ended_as = null, ended_at = null, ended_by = null', nobody),
  insert(
    'incident.detail',
    'id, incident_id, person_id, added_at, codes',
    `$4, $3, $2, $5, '{}'`,
    (reader) => acts(reader) || isConcerned(reader),
  ),
  ofDossier('detail', 'added_at = added_at', nobody),
  insert(
    'incident.chosen_word',
    'id, incident_id, person_id, list, codes, chosen_at',
    `$4, $3, $2, 'cause', '{own_word}', $5`,
    (reader) => acts(reader) || isConcerned(reader),
  ),
  insert(
    'incident.chosen_word',
    'id, incident_id, person_id, list, codes, chosen_at',
    `$4, $3, $6, 'cause', '{own_word}', $5`,
    nobody,
    somebodyElse,
  ),
  ofDossier('chosen_word', `codes = '{other}'`, nobody),
  statement('delete from incident.chosen_word where incident_id = $3', nobody),
  insert(
    'incident.question_answer',
    'id, incident_id, person_id, set_code, set_version, question, answered_at, sealed_answer',
    `$4, $3, $2, 'threat', 1, 'clothes', $5, ''`,
    (reader) => reader.levels.includes('reports'),
  ),
  insert(
    'incident.question_answer',
    'id, incident_id, person_id, set_code, set_version, question, answered_at, sealed_answer',
    `$4, $3, $6, 'threat', 1, 'clothes', $5, ''`,
    nobody,
    somebodyElse,
  ),
  ofDossier('question_answer', 'answered_at = answered_at', nobody),
  statement('delete from incident.question_answer where incident_id = $3', nobody),
  insert(
    'incident.sealed_field',
    'incident_id, field, part, written_by, written_at, sealed_text',
    `$3, 'x', 1, $2, $5, ''`,
    (reader) => acts(reader) || reader.levels.includes('reports'),
  ),
  ofDossier('sealed_field', 'sealed_text = sealed_text, written_by = $2', acts),
  ofDossier('sealed_field', 'part = 1', nobody),
  insert(
    'incident.task',
    `id, incident_id, incident_number, code, title, position, owner_subject_id, gives_parts, tells_reporter, state, created_at, due_at`,
    `$4, $3, '', 'x', '{}', 1, $2, 1, false, 'open', $5, $5`,
    acts,
  ),
  insert(
    'incident.task',
    `id, incident_id, incident_number, code, title, position, owner_subject_id, gives_parts, tells_reporter, state, created_at, due_at`,
    `$4, $3, '', 'x', '{}', 1, $2, 1024, false, 'open', $5, $5`,
    nobody,
  ),
  statement(`update incident.task set state = state where id = $6`, worksOnIt, task),
  statement(`update incident.task set gives_parts = 511 where id = $6`, nobody, task),
  statement(`update incident.task set incident_id = $3 where id = $6`, nobody, task),
  ofDossier('chain', 'state = state', acts),
  insert(
    'incident.chain_call',
    'id, incident_id, person_id, role, round, step, told_at',
    `$4, $3, $2, 'lead', 1, 1, $5`,
    nobody,
  ),
  insert(
    'incident.contact',
    'id, incident_id, with_person_id, by_person_id, way, reached, at',
    `$4, $3, $6, $2, 'phone', true, $5`,
    acts,
    somebodyElse,
  ),
  insert(
    'incident.contact',
    'id, incident_id, with_person_id, by_person_id, way, reached, at',
    `$4, $3, $2, $6, 'phone', true, $5`,
    nobody,
    somebodyElse,
  ),
  insert('incident.step', 'id, incident_id, at, kind, actor_id, for_reporter', `$4, $3, $5, 'x', $2, false`, seesHead),
  insert(
    'incident.step',
    'id, incident_id, at, kind, actor_id, for_reporter',
    `$4, $3, $5, 'x', $6, false`,
    nobody,
    somebodyElse,
  ),
  ofDossier('step', 'at = at', nobody),
  insert(
    'incident.closure',
    'id, incident_id, closed_at, closed_by, sealed_conclusion, discussed_on, victim_wish',
    `$4, $3, $5, $2, '', '2026-01-01', 'agrees'`,
    acts,
  ),
  ofDossier('closure', 'reopened_at = reopened_at', acts),
  ofDossier('closure', `sealed_conclusion = ''`, nobody),
  insert(
    'incident.guest_link',
    'id, person_id, incident_id, token_hash, sent_by, sent_at, expires_at',
    `$4, $6, $3, sha256($4::uuid::text::bytea), $2, $5, $5`,
    acts,
    somebodyElse,
  ),
  insert(
    'incident.guest_link',
    'id, person_id, token_hash, sent_by, sent_at, expires_at',
    `$4, $6, sha256($4::uuid::text::bytea), $2, $5, $5`,
    coordinatesHere,
    somebodyElse,
  ),
  statement(`update incident.guest_link set expires_at = $5 where employer_id = $1`, nobody),
  insert('incident.place_look', 'id, incident_id, person_id, reason, at, until', `$4, $3, $2, 'police', $5, $5`, acts),
  insert(
    'incident.place_look',
    'id, incident_id, person_id, reason, at, until',
    `$4, $3, $6, 'police', $5, $5`,
    nobody,
    somebodyElse,
  ),
  insert(
    'incident.device',
    'id, person_id, public_key, registered_at, seen_at',
    `$4, $6, '', $5, $5`,
    nobody,
    somebodyElse,
  ),
  statement(`update incident.device set public_key = public_key where person_id <> $2`, nobody),
  statement(
    `update incident.device set revoked_at = $5, revoked_by = $2 where person_id <> $2`,
    ({ who }) => who === 'bas',
  ),
  statement(`delete from incident.sealing_key where employer_id = $1`, nobody),
  statement(`update incident.sealed_delivery set outcome = outcome where person_id <> $2`, nobody),
  statement(
    `update incident.draft set revision = revision where id = $6`,
    ({ who }) => who === 'fatima',
    ({ draftId }) => [draftId],
  ),
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
  insert(
    'platform.audit_entry',
    'id, at, actor_kind, person_id, action, object_kind, object_id, result',
    `$4, $5, 'person', $6, 'x', 'x', 'x', 'done'`,
    nobody,
    somebodyElse,
  ),
  insert(
    'platform.audit_entry',
    'id, at, actor_kind, job_kind, action, object_kind, object_id, result',
    `$4, $5, 'job', 'x', 'x', 'x', 'x', 'done'`,
    nobody,
  ),
  insert(
    'platform.audit_entry',
    'id, at, actor_kind, action, object_kind, object_id, result',
    `$4, $5, 'visitor', 'x', 'x', 'x', 'done'`,
    nobody,
  ),
  statement(`delete from platform.audit_entry where incident_id = $3`, nobody),
  insert('platform.event', 'event_id, name, person_id, happened_at', `$4, 'x', $6, $5`, nobody, somebodyElse),
  statement(`update platform.notification set read_at = $5 where person_id <> $2`, nobody),
  statement(`delete from platform.dossier_key where incident_id = $3`, nobody),
];

function statement(sql: string, may: Statement['may'], more?: Statement['more']): Statement {
  return { name: sql.replaceAll(/\s+/g, ' '), sql, may, ...(more && { more }) };
}
