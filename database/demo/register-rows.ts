import { bitsOf, type Level, levels, partBits } from '../../server/incident/incident-access.ts';
import { facetCode } from '../../server/incident/list/list-facets.ts';
import { sealedAs } from '../../server/incident/sealed-names.ts';
import type { Texts } from '../../server/platform/index.ts';
import type { RegisterIncident } from './register-incident.ts';

export type Value = string | number | boolean | null | Date | Buffer | readonly string[];
export type Row = readonly Value[];

/** The tables of a dossier and their columns, in the order of the values below. */
export const registerTables = {
  'incident.incident':
    'id employer_id number kind severity matrix_columns state target occurred_at occurred_precision reported_at reporter_id team_id ' +
    'place_kind location_id room_id is_unsafe is_injured actions needs route playbook_code playbook_version taken_up_by ' +
    'taken_up_at contact_at response_due_at response_sent_at response_way closed_at corrected_reason',
  'incident.access_grant': 'employer_id incident_id grantee_id level source_id parts reported_at',
  'incident.listed': 'employer_id incident_id list_id is_led facets team_id location_id holder_id reported_at',
  'incident.involved':
    'id employer_id incident_id role person_id team_subject_id knowledge sealed_identity added_by added_at names_indexed',
  'incident.name_token': 'involved_id employer_id incident_id token part reported_at',
  'incident.lead': 'employer_id incident_id subject_id scope since',
  'incident.account': 'id employer_id incident_id person_id team_subject_id state asked_at given_at sealed_story',
  'incident.task':
    'id employer_id incident_id incident_number code title position owner_role owner_subject_id gives_parts tells_reporter state ' +
    'created_at due_at finished_at finished_by',
  'incident.chain': 'incident_id employer_id state urgency round step told_person_id next_at contact_due_at ended_at',
  'incident.contact': 'id employer_id incident_id with_person_id by_person_id way reached at',
  'incident.step': 'id employer_id incident_id at kind actor_id concerns_id data for_reporter',
  'incident.closure':
    'id employer_id incident_id closed_at closed_by sealed_conclusion discussed_on attendees victim_wish open_items',
  'platform.dossier_key': 'incident_id employer_id wrapped',
} as const satisfies Record<string, string>;
export type RegisterTable = keyof typeof registerTables;

/** What of a dossier cannot be read in the database. */
export interface Unreadable {
  /** `null` seals nothing: such a dossier stands on every list, is found by name and has no texts. */
  readonly texts: (Texts & { readonly wrappedKey: Buffer }) | null;
  /** The fingerprints by which a name is found. */
  readonly tokensOf: (name: string) => readonly string[];
}
type SealedDossier = NonNullable<Unreadable['texts']>;

/** Which child of the incident an id belongs to: the last two digits. */
const kin = {
  reporter: 1,
  victim: 2,
  witness: 3,
  aggressor: 4,
  account: 5,
  contact: 7,
  closure: 8,
  task: 16,
  step: 32,
};

/** Every row of one dossier, as the use cases, the triggers and the job that makes names findable would have left it behind. */
export function rowsOf(incident: RegisterIncident, { texts: sealed, tokensOf }: Unreadable): Map<RegisterTable, Row[]> {
  const rows = new Map<RegisterTable, Row[]>();
  rows.set('incident.incident', [incidentRow(incident)]);
  rows.set('incident.listed', listedRows(incident));
  rows.set('incident.lead', [
    [incident.employerId, incident.id, incident.team.managerSubject, 'whole', incident.reportedAt],
  ]);
  rows.set('incident.involved', involvedRows(incident, sealed));
  rows.set('incident.name_token', nameRows(incident, tokensOf));
  rows.set('incident.account', accountRows(incident, sealed));
  rows.set('incident.task', taskRows(incident));
  rows.set('incident.access_grant', grantRows(incident));
  rows.set('incident.chain', [chainRow(incident)]);
  rows.set('incident.step', stepRows(incident));
  if (incident.contactAt) rows.set('incident.contact', [contactRow(incident, incident.contactAt)]);
  if (incident.closedAt) rows.set('incident.closure', closureRows(incident, incident.closedAt, sealed));
  if (sealed && incident.state !== 'corrected') {
    rows.set('platform.dossier_key', [[incident.id, incident.employerId, sealed.wrappedKey]]);
  }
  return rows;
}

function incidentRow(i: RegisterIncident): Row {
  return [
    i.id,
    i.employerId,
    i.number,
    i.kind,
    i.severity,
    i.columns,
    i.state,
    i.victimId === null ? 'unknown' : 'me',
    i.occurredAt,
    'about',
    i.reportedAt,
    i.reporterId,
    i.team.id,
    i.place.kind,
    i.place.locationId,
    i.place.roomId,
    false,
    i.severity === 'violence',
    ['addressed_behaviour'],
    ['call_me'],
    'manager',
    i.playbookCode,
    1,
    i.takenUpAt && i.team.managerId,
    i.takenUpAt,
    i.contactAt,
    i.responseDueAt,
    i.responseSentAt,
    i.responseSentAt && 'letter',
    i.closedAt,
    i.state === 'corrected' ? 'criticism_not_aggression' : null,
  ];
}

function listedRows(i: RegisterIncident): Row[] {
  const facets = facetCode(i.state, i.severity, i.kind);
  const on = (listId: string, isLed: boolean): Row => [
    i.employerId,
    i.id,
    listId,
    isLed,
    facets,
    i.team.id,
    i.place.locationId,
    i.takenUpAt && i.team.managerId,
    i.reportedAt,
  ];
  return [on(i.coordinatorSubject, false), on(i.team.managerSubject, true)];
}

function involvedRows(i: RegisterIncident, sealed: SealedDossier | null): Row[] {
  const colleague = (role: keyof typeof kin & string, personId: string): Row => [
    i.childId(kin[role]),
    i.employerId,
    i.id,
    role,
    personId,
    i.team.managerSubject,
    null,
    null,
    i.reporterId,
    i.reportedAt,
    false,
  ];
  return [
    colleague('reporter', i.reporterId),
    ...(i.victimId === null ? [] : [colleague('victim', i.victimId)]),
    ...(i.witnessId === null ? [] : [colleague('witness', i.witnessId)]),
    ...(i.aggressor === null || i.state === 'corrected'
      ? []
      : [
          [
            i.childId(kin.aggressor),
            i.employerId,
            i.id,
            'aggressor',
            null,
            null,
            i.aggressor.knowledge,
            (i.aggressor.text && sealed?.seal(sealedAs.aggressor, i.aggressor.text)) ?? null,
            i.reporterId,
            i.reportedAt,
            isNamed(i),
          ],
        ]),
  ];
}

function isNamed({ aggressor, state }: RegisterIncident): boolean {
  return aggressor?.knowledge === 'named' && state !== 'corrected';
}

function nameRows(i: RegisterIncident, tokensOf: Unreadable['tokensOf']): Row[] {
  if (!isNamed(i)) return [];
  const tokens = tokensOf(i.aggressor?.text ?? '');
  return tokens.map((token) => [i.childId(kin.aggressor), i.employerId, i.id, token, partBits.aggressor, i.reportedAt]);
}

function accountRows(i: RegisterIncident, sealed: SealedDossier | null): Row[] {
  const isGone = i.state === 'corrected';
  const story = isGone ? null : (sealed?.seal(sealedAs.account(i.reporterId), i.story) ?? null);
  const of = (child: number, personId: string, state: string, sealedStory: Buffer | null): Row => [
    i.childId(child),
    i.employerId,
    i.id,
    personId,
    i.team.managerSubject,
    state,
    state === 'given' ? null : i.reportedAt,
    state === 'given' ? i.reportedAt : null,
    sealedStory,
  ];
  return [
    of(kin.account, i.reporterId, 'given', story),
    ...(i.witnessId === null ? [] : [of(kin.account + 1, i.witnessId, i.closedAt ? 'declined' : 'asked', null)]),
  ];
}

function taskRows(i: RegisterIncident): Row[] {
  return i.tasks.map((task, at) => [
    i.childId(kin.task + at),
    i.employerId,
    i.id,
    i.number,
    task.code,
    JSON.stringify(task.title),
    at,
    task.ownerRole,
    task.ownerSubject,
    task.givesParts,
    task.tellsReporter,
    task.finishedAt === null ? 'open' : 'done',
    i.reportedAt,
    task.dueAt,
    task.finishedAt,
    task.finishedAt === null ? null : i.team.managerId,
  ]);
}

/** The same sums as the triggers of incident.incident, involved, lead and task make; a test compares the two. */
function grantRows(i: RegisterIncident): Row[] {
  const grant = (granteeId: string, level: Level, sourceId: string, parts = bitsOf(levels[level])): Row => [
    i.employerId,
    i.id,
    granteeId,
    level,
    sourceId,
    parts,
    i.reportedAt,
  ];
  return [
    grant(i.reporterId, 'reports', i.id),
    grant(i.coordinatorSubject, 'coordinates', i.id),
    grant(i.team.managerSubject, 'leads', i.id),
    ...(i.victimId === null ? [] : [grant(i.victimId, 'suffered', i.childId(kin.victim))]),
    ...(i.witnessId === null ? [] : [grant(i.witnessId, 'witnessed', i.childId(kin.witness))]),
    ...i.tasks.flatMap((task, at) =>
      task.finishedAt === null
        ? [grant(task.ownerSubject, 'helps', i.childId(kin.task + at), task.givesParts | partBits.header)]
        : [],
    ),
  ];
}

function chainRow(i: RegisterIncident): Row {
  const state = i.contactAt !== null || i.state === 'corrected' ? 'ended' : i.takenUpAt ? 'paused' : 'waiting';
  return [
    i.id,
    i.employerId,
    state,
    i.isUrgent ? 'immediate' : 'working_time',
    1,
    1,
    i.team.managerId,
    state === 'ended' ? null : i.contactDueAt,
    i.contactDueAt,
    state === 'ended' ? (i.contactAt ?? i.reportedAt) : null,
  ];
}

function contactRow(i: RegisterIncident, at: Date): Row {
  return [i.childId(kin.contact), i.employerId, i.id, i.reporterId, i.team.managerId, 'phone', true, at];
}

function stepRows(i: RegisterIncident): Row[] {
  return i.steps.map(({ kind, at, actorId, concernsId, data }, place) => [
    i.childId(kin.step + place),
    i.employerId,
    i.id,
    at,
    kind,
    actorId,
    concernsId,
    JSON.stringify(data),
    true,
  ]);
}

/** A closing without its conclusion cannot be kept: where nothing is sealed there is none. */
function closureRows(i: RegisterIncident, closedAt: Date, sealed: SealedDossier | null): Row[] {
  if (sealed === null) return [];
  const id = i.childId(kin.closure);
  const discussedOn =
    i.reportedAt < new Date(closedAt.getTime() - 86_400_000) ? new Date(closedAt.getTime() - 86_400_000) : closedAt;
  return [
    [
      id,
      i.employerId,
      i.id,
      closedAt,
      i.team.managerId,
      sealed.seal(sealedAs.conclusion(id), i.conclusion),
      discussedOn.toISOString().slice(0, 10),
      [i.team.managerId, i.reporterId],
      i.victimId === null ? 'not_applicable' : 'agrees',
      '[]',
    ],
  ];
}
