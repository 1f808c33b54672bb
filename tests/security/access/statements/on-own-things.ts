import { insert, nobody, type Statement, somebodyElse, statement } from './statement.ts';

/** What somebody keeps for themselves, and what the platform keeps for all. */
export const onOwnThings: readonly Statement[] = [
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
