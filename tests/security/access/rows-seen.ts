import { cast, type TeamKey } from '../../../database/demo/cast.ts';
import type { Town } from '../../support/town.ts';
import { bitsFor, has, type Reader } from './readers.ts';

/** A row as the owner of the tables sees it. */
export interface Row {
  readonly key: string;
  readonly [column: string]: unknown;
}

export interface Table {
  /** What tells one row from another. */
  readonly key: string;
  /** Which rows belong to the dossier, to the people on it, or to the employer. */
  readonly of: 'incident' | 'employer';
  /** The rule, told once for the database and for every answer of the API. */
  readonly seenBy: (reader: Reader, row: Row) => boolean;
}

const self = (reader: Reader, id: unknown) => id === reader.personId;
const ownPerson = (reader: Reader, id: unknown) => reader.ownPeople.some((who) => cast[who].id === id);
const isAtHome = (reader: Reader, row: Row) => row.employer_id === reader.employerId;
const mine = (_reader: Reader, row: Row, subjects: readonly string[]) =>
  subjects.includes(String(row.owner_subject_id));

/** Shared with the team of the reporter: who follows it up, those concerned, and that team. */
export const readsSummary = (reader: Reader) =>
  has(reader, 'act') || has(reader, 'othersAccounts') || (!reader.isGone && isOfTeam(reader, 'publiekszaken'));
const isOfTeam = ({ who }: Reader, team: TeamKey) => who !== 'elsewhere' && cast[who].team === team;

/** Per table: who sees which rows. `subjects` are all things that a reader is: filled in when the town stands. */
export type Tables = Readonly<Record<string, Table>>;

export function tablesSeen(subjectsOf: (reader: Reader) => readonly string[]): Tables {
  const held = (reader: Reader, id: unknown) => subjectsOf(reader).includes(String(id));
  const narrativeOr = (column: string) => (reader: Reader, row: Row) =>
    has(reader, 'narrative') || self(reader, row[column]);
  const header: Table['seenBy'] = (reader) => has(reader, 'header');
  const ofIncident = (seenBy: Table['seenBy'], key = 'id'): Table => ({ key, of: 'incident', seenBy });
  const ofEmployer = (seenBy: Table['seenBy'], key = 'id'): Table => ({ key, of: 'employer', seenBy });
  return {
    'incident.incident': { key: 'id', of: 'employer', seenBy: header },
    'incident.access_grant': ofIncident(
      (reader, { grantee_id }) => held(reader, grantee_id),
      'grantee_id || level || source_id',
    ),
    'incident.listed': ofIncident((reader, { list_id }) => held(reader, list_id), 'list_id || is_led::text'),
    // What is staged is a cause, told with the calm details.
    'incident.listed_word': ofIncident(
      (reader, { list_id }) => held(reader, list_id) && has(reader, 'narrative'),
      'list_id || is_led::text || word',
    ),
    'incident.involved': ofIncident(
      (reader, { role, person_id, added_by }) =>
        has(reader, role === 'aggressor' ? 'aggressor' : 'people') ||
        self(reader, person_id) ||
        self(reader, added_by) ||
        ownPerson(reader, person_id),
    ),
    'incident.lead': ofIncident(header, 'subject_id'),
    'incident.account': ofIncident(
      (reader, { person_id }) =>
        has(reader, 'narrative') ||
        self(reader, person_id) ||
        ownPerson(reader, person_id) ||
        (has(reader, 'othersAccounts') && reader.hasTold),
    ),
    'incident.addendum': ofIncident(narrativeOr('person_id')),
    'incident.reclassification': ofIncident((reader) => has(reader, 'narrative')),
    'incident.withdrawal': ofIncident(narrativeOr('person_id')),
    // The two there are, are seen by the same people.
    'incident.same_event': ofEmployer((reader) => has(reader, 'act')),
    'incident.series_event': ofIncident(
      (reader, { person_id }) =>
        has(reader, 'narrative') || self(reader, person_id) || (has(reader, 'othersAccounts') && reader.hasTold),
    ),
    'incident.series_address': ofIncident((reader, { person_id }) => self(reader, person_id)),
    'incident.series_mail': ofIncident(
      (reader, { person_id }) =>
        has(reader, 'narrative') || self(reader, person_id) || (has(reader, 'othersAccounts') && reader.hasTold),
    ),
    'incident.team_summary': ofIncident(readsSummary),
    'incident.summary_version': ofIncident(readsSummary, 'version'),
    'incident.summary_answer': ofIncident(
      (reader, { person_id }) => has(reader, 'act') || self(reader, person_id),
      'version || person_id::text',
    ),
    'incident.approach': ofIncident((reader) => has(reader, 'act')),
    'incident.visit_look': ofIncident((reader, { person_id }) => has(reader, 'act') || self(reader, person_id)),
    'incident.attachment': ofIncident(narrativeOr('person_id')),
    'incident.detail': ofIncident(narrativeOr('person_id')),
    'incident.question_answer': ofIncident(narrativeOr('person_id')),
    // What is staged is a cause, told with the calm details.
    'incident.chosen_word': ofIncident(narrativeOr('person_id')),
    'incident.sealed_field': ofIncident(
      (reader, { part, written_by }) => (bitsFor(reader) & Number(part)) !== 0 || self(reader, written_by),
      'field',
    ),
    'incident.task': ofIncident(
      (reader, row) => has(reader, 'tasks') || mine(reader, row, subjectsOf(reader)) || self(reader, row.finished_by),
    ),
    'incident.chain': ofIncident(header, 'incident_id'),
    'incident.chain_call': ofIncident((reader) => has(reader, 'timeline') || has(reader, 'steps')),
    'incident.contact': ofIncident(
      (reader, { with_person_id, by_person_id }) =>
        has(reader, 'narrative') || self(reader, with_person_id) || self(reader, by_person_id),
    ),
    'incident.step': ofIncident(
      (reader, { for_reporter }) => has(reader, 'timeline') || (for_reporter === true && has(reader, 'steps')),
    ),
    'incident.closure': ofIncident((reader) => has(reader, 'narrative')),
    'incident.draft': ofEmployer((reader, { person_id }) => self(reader, person_id)),
    'incident.ended_draft': ofEmployer((reader, { person_id }) => self(reader, person_id), 'draft_id'),
    'incident.device': ofEmployer((reader, { person_id }) => self(reader, person_id) || reader.who === 'bas'),
    'incident.sealed_delivery': ofEmployer((reader, { person_id }) => self(reader, person_id), 'envelope_id'),
    'incident.sealing_key': ofEmployer(isAtHome),
    // The one link there is, is for somebody who wants to report: sent by the coordinator.
    'incident.guest_link': ofEmployer((reader, row) => reader.coordinates && isAtHome(reader, row)),
    'incident.place_look': ofIncident((reader, { person_id }) => self(reader, person_id)),
    'incident.anonymous_talk': ofEmployer((reader, row) => held(reader, row.recipient_subject_id)),
    // The one talk there is, is with the coordinator.
    'incident.anonymous_message': ofEmployer((reader, row) => reader.coordinates && isAtHome(reader, row)),
    'incident.name_token': ofIncident(
      (reader, { part }) => (bitsFor(reader) & Number(part)) !== 0,
      'involved_id::text || token',
    ),
    'incident.hand_over': ofEmployer((reader, { person_id }) => self(reader, person_id)),
    'incident.saved_view': ofEmployer((reader, { person_id }) => self(reader, person_id)),
    'incident.export': ofEmployer((reader, { person_id }) => self(reader, person_id)),
    'incident.export_piece': ofEmployer(
      (reader, { person_id }) => self(reader, person_id),
      'export_id::text || position',
    ),
    'incident.note': ofEmployer(
      (reader, row) => self(reader, row.person_id) || (reader.coordinates && isAtHome(reader, row)),
    ),
    'incident.pattern': ofEmployer((reader, row) => reader.coordinates && isAtHome(reader, row)),
    'incident.pattern_signal': ofEmployer(
      (reader, row) => self(reader, row.person_id) || (reader.coordinates && isAtHome(reader, row)),
      'pattern_id::text || note_id',
    ),
    'incident.pattern_report': ofIncident((reader, row) => reader.coordinates && isAtHome(reader, row), 'pattern_id'),
    'incident.same_person': ofEmployer((reader) => has(reader, 'act')),
    'incident.same_person_decision': ofEmployer((reader) => has(reader, 'act')),
    'incident.relative': ofIncident((reader) => has(reader, 'act')),
    'incident.signal_rules_version': ofEmployer(isAtHome),
    'incident.import': ofEmployer((reader, row) => reader.coordinates && isAtHome(reader, row)),
    'incident.import_part': ofEmployer(
      (reader, row) => reader.coordinates && isAtHome(reader, row),
      'import_id || kind || number',
    ),
    'incident.imported': ofEmployer((reader, row) => reader.coordinates && isAtHome(reader, row), 'incident_id'),
    'platform.notification': ofEmployer((reader, { person_id }) => self(reader, person_id)),
    'platform.audit_entry': ofIncident((reader, row) => reader.readsLog && isAtHome(reader, row)),
    'platform.idempotency_key': ofEmployer((reader, { person_id }) => self(reader, person_id), 'key'),
  };
}

/** Every row there is, past all policies. */
export async function allRows(town: Town, tables: Tables, incidentId: string, employerId: string) {
  const found: Record<string, readonly Row[]> = {};
  for (const [name, { key, of }] of Object.entries(tables)) {
    const rows = await town.look<{ row: Row }>(
      `select to_jsonb(t) || jsonb_build_object('key', (${key})::text) as row from ${name} t where ${of}_id = $1`,
      [of === 'incident' ? incidentId : employerId],
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}
